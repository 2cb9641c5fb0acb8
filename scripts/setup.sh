#!/usr/bin/env bash
# Installs what the build and the tests need. Run it as often as you like: a second run takes seconds.
#
#   scripts/setup.sh build     compiler target, Trunk, wasm-bindgen, wasm-opt
#   scripts/setup.sh test      the same, plus Chromium, its driver, nginx, a Cyrillic font, axe-core and LibreOffice
#   scripts/setup.sh bench     the same, plus the data grid that the planner is measured beside
#
# Two kinds of machine work: one with rustup and the open internet, and a Debian machine that reaches only
# package registries (crates.io, npm, Debian). The script tries the first way and falls back to the second.
# It writes what it found to $TOOLS/env, which the Makefile sources. SFERUM_WASM=debian takes the second way at once.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/versions.sh

WANT=${1:-build}
TOOLS=${SFERUM_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/sferum-planner}
mkdir -p "$TOOLS/bin"
export PATH="$TOOLS/bin:$PATH"
TARGET=wasm32-unknown-unknown

say() { printf 'set-up: %s\n' "$*"; }
die() { printf 'set-up: %s\n' "$*" >&2; exit 1; }

APT_UPDATED=no
# Installs Debian packages, as root or through sudo. $1 says what for.
apt_install() {
  local why=$1; shift
  command -v apt-get >/dev/null || die "$why needs the packages: $*. This is no Debian machine, so install them by hand and run again."
  local sudo=
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || die "$why needs the packages: $*. Run as root, or install sudo."
    sudo=sudo
  fi
  say "installing $* ($why)"
  if [ "$APT_UPDATED" = no ]; then
    $sudo apt-get update -qq >"$TOOLS/apt.log" 2>&1 || die "apt-get update failed; see $TOOLS/apt.log"
    APT_UPDATED=yes
  fi
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >>"$TOOLS/apt.log" 2>&1 \
    || die "apt-get install $* failed; see $TOOLS/apt.log"
}

# A shell that is no login shell may not know where rustup put cargo.
CARGO_BIN=
if ! command -v cargo >/dev/null && [ -x "$HOME/.cargo/bin/cargo" ]; then
  CARGO_BIN=$HOME/.cargo/bin
  export PATH="$CARGO_BIN:$PATH"
fi
command -v cargo >/dev/null || die "cargo is missing: install Rust (rustup.rs or your distribution), then run again."
command -v node >/dev/null && command -v npm >/dev/null || apt_install "wasm-opt and the test tools come from npm" nodejs npm
node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 18 ? 0 : 1)' \
  || die "node $(node --version) is too old: install version 18 or newer, then run again."
command -v cc >/dev/null || apt_install "crates with C parts" build-essential

# --- the wasm32 target of the compiler -------------------------------------------------------------------
# An answer is kept in $TOOLS/wasm-toolchain: a toolchain name for RUSTUP_TOOLCHAIN, or "default".
has_target() { # $1: toolchain name or "default"
  local sysroot
  if [ "$1" = default ]; then sysroot=$(rustc --print sysroot 2>/dev/null); else sysroot=$(RUSTUP_TOOLCHAIN=$1 rustc --print sysroot 2>/dev/null); fi || return 1
  compgen -G "$sysroot/lib/rustlib/$TARGET/lib/libstd-*.rlib" >/dev/null
}

debian_toolchain() {
  apt_install "a compiler whose standard library can be built for wasm" rustc-web cargo-web rust-web-src rust-web-clippy "$LLD_PACKAGE"
  local lld
  lld=$(ls -d /usr/lib/llvm-*/bin/lld 2>/dev/null | sort -V | tail -n 1)
  [ -n "$lld" ] || die "lld is missing after installing $LLD_PACKAGE"
  ln -sf "$lld" "$TOOLS/bin/rust-lld"
  # A newer compiler from Debian cannot use what the older one built.
  local compiler; compiler=$(/usr/bin/rustc -V)
  if ! compgen -G "/usr/lib/rustlib/$TARGET/lib/libstd-*.rlib" >/dev/null || [ "$(cat "$TOOLS/std-built-by" 2>/dev/null)" != "$compiler" ]; then
    say "building the standard library for $TARGET (once, about a minute)"
    local dir; dir=$(mktemp -d)
    mkdir -p "$dir/src"
    printf '[package]\nname = "empty"\nversion = "0.0.0"\nedition = "2021"\n[profile.release]\npanic = "abort"\n' >"$dir/Cargo.toml"
    printf '#![no_std]\n' >"$dir/src/lib.rs"
    (cd "$dir" && PATH="/usr/bin:$PATH" RUSTFLAGS=-Cembed-bitcode=yes RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR="$dir/target" \
      /usr/bin/cargo build -q -Z build-std=std,panic_abort --target $TARGET --release) \
      || die "the standard library did not build for $TARGET"
    local sudo=; [ "$(id -u)" = 0 ] || sudo=sudo
    $sudo rm -rf "/usr/lib/rustlib/$TARGET/lib"
    $sudo mkdir -p "/usr/lib/rustlib/$TARGET/lib"
    find "$dir/target/$TARGET/release/deps" -name '*.rlib' ! -name 'libempty-*' -exec $sudo cp {} "/usr/lib/rustlib/$TARGET/lib/" \;
    rm -rf "$dir"
    echo "$compiler" >"$TOOLS/std-built-by"
  fi
  if command -v rustup >/dev/null; then
    rustup toolchain list | grep -q '^debian\b' || rustup toolchain link debian /usr >"$TOOLS/rustup.log" 2>&1 \
      || die "rustup toolchain link debian /usr failed; see $TOOLS/rustup.log"
    echo debian >"$TOOLS/wasm-toolchain"
  else
    echo default >"$TOOLS/wasm-toolchain"
  fi
}

wasm_toolchain=$(cat "$TOOLS/wasm-toolchain" 2>/dev/null || true)
if [ "${SFERUM_WASM:-}" = debian ] && [ "$wasm_toolchain" != debian ]; then wasm_toolchain=; fi
if [ -z "$wasm_toolchain" ] || ! has_target "$wasm_toolchain"; then
  if [ "${SFERUM_WASM:-}" = debian ]; then
    debian_toolchain
  elif has_target default; then
    echo default >"$TOOLS/wasm-toolchain"
  elif command -v rustup >/dev/null && say "adding the target $TARGET to the compiler" && timeout 600 rustup target add $TARGET >"$TOOLS/rustup.log" 2>&1; then
    echo default >"$TOOLS/wasm-toolchain"
  else
    say "the target cannot be downloaded here; using Debian's compiler"
    debian_toolchain
  fi
  wasm_toolchain=$(cat "$TOOLS/wasm-toolchain")
  has_target "$wasm_toolchain" || die "no standard library for $TARGET: run 'rustup target add $TARGET', then run again."
fi

# --- tools from crates.io --------------------------------------------------------------------------------
WASM_BINDGEN_VERSION=$(sed -n 's/^wasm-bindgen = .*"=\([0-9.]*\)".*/\1/p' Cargo.toml | head -n 1)
[ -n "$WASM_BINDGEN_VERSION" ] || die "Cargo.toml does not pin wasm-bindgen with '='"

cargo_tool() { # $1: crate, $2: binary, $3: version, the rest goes to cargo
  local have
  have=$("$2" --version 2>/dev/null | sed -n 's/^[^ ]* \([0-9.]*\).*/\1/p' || true)
  [ "$have" = "$3" ] && return
  say "installing $1 $3 from crates.io (a few minutes, once)"
  if command -v cargo-binstall >/dev/null && cargo binstall -y --root "$TOOLS" "$1@$3" >"$TOOLS/$1.log" 2>&1; then return; fi
  # The tools are built for their own speed of compilation: they run for seconds.
  export CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16
  # What they share is compiled once.
  export CARGO_TARGET_DIR="$TOOLS/build"
  local tool=$1 version=$3; shift 3
  cargo install "$tool" --version "$version" --locked --root "$TOOLS" --force "$@" >"$TOOLS/$tool.log" 2>&1 \
    || cargo install "$tool" --version "$version" --root "$TOOLS" --force "$@" >>"$TOOLS/$tool.log" 2>&1 \
    || die "cargo install $tool $version failed; see $TOOLS/$tool.log"
}
cargo_tool trunk trunk "$TRUNK_VERSION"
cargo_tool wasm-bindgen-cli wasm-bindgen "$WASM_BINDGEN_VERSION"
# This one tells no version of itself: which one is installed is written down beside it.
if [ "$(cat "$TOOLS/wasm-split-version" 2>/dev/null)" != "$WASM_SPLIT_VERSION" ] || ! command -v wasm-split-cli >/dev/null; then
  cargo_tool wasm_split_cli_support wasm-split-cli "$WASM_SPLIT_VERSION" --features build-binary
  echo "$WASM_SPLIT_VERSION" >"$TOOLS/wasm-split-version"
fi

rm -rf "$TOOLS/build"

# --- tools from npm --------------------------------------------------------------------------------------
npm_version() { node -p "require('$TOOLS/node_modules/$1/package.json').version" 2>/dev/null || true; }
# One call installs all, because npm prunes what a call does not name.
have="$(npm_version binaryen) $(npm_version axe-core) $(npm_version ajv) $(npm_version age-encryption)"
if [ "$have" != "$BINARYEN_VERSION $AXE_VERSION $AJV_VERSION $AGE_VERSION" ]; then
  say "installing binaryen $BINARYEN_VERSION, axe-core $AXE_VERSION, ajv $AJV_VERSION and age-encryption $AGE_VERSION from npm"
  npm install --prefix "$TOOLS" --no-save --no-audit --no-fund --ignore-scripts \
    "binaryen@$BINARYEN_VERSION" "axe-core@$AXE_VERSION" "ajv@$AJV_VERSION" "age-encryption@$AGE_VERSION" >"$TOOLS/npm.log" 2>&1 \
    || die "npm install failed; see $TOOLS/npm.log"
fi
ln -sf "$TOOLS/node_modules/binaryen/bin/wasm-opt" "$TOOLS/bin/wasm-opt"

# --- the browser -----------------------------------------------------------------------------------------
if [ "$WANT" != build ]; then
  command -v chromium >/dev/null && command -v chromedriver >/dev/null || apt_install "browser tests" chromium chromium-driver
  # The example for hosts is tried on the real server; Debian keeps it outside of a user's PATH.
  PATH="$PATH:/usr/sbin" command -v nginx >/dev/null || apt_install "the test of the hosting kit" nginx-light
  # Without a Cyrillic font every letter is the same box: sizes and pictures would mean nothing.
  command -v fc-list >/dev/null && [ -n "$(fc-list :lang=ru family)" ] || apt_install "Cyrillic letters in the browser tests" fontconfig fonts-dejavu-core
  # Papers are opened and printed by a word processor that is not ours, in letters as wide as those of Times.
  command -v soffice >/dev/null && command -v pdftotext >/dev/null && [ -n "$(fc-list 'Liberation Serif' family)" ] \
    || apt_install "tests of papers" libreoffice-writer-nogui poppler-utils fonts-liberation
  # Locked files are opened by the command line that schools would use; it asks for the phrase at a terminal.
  command -v age >/dev/null && command -v script >/dev/null || apt_install "the test of locked files" age bsdutils
fi

# Apart from the tools, because npm prunes what a call does not name.
if [ "$WANT" = bench ] && [ "$(npm_version ../bench/node_modules/tabulator-tables)" != "$TABULATOR_VERSION" ]; then
  say "installing tabulator-tables $TABULATOR_VERSION from npm"
  npm install --prefix "$TOOLS/bench" --no-save --no-audit --no-fund --ignore-scripts "tabulator-tables@$TABULATOR_VERSION" >"$TOOLS/npm-bench.log" 2>&1 \
    || die "npm install failed; see $TOOLS/npm-bench.log"
fi

{
  printf 'export SFERUM_TOOLS=%q\n' "$TOOLS"
  printf 'export PATH=%q:"$PATH"\n' "$TOOLS/bin${CARGO_BIN:+:$CARGO_BIN}"
  if [ "$wasm_toolchain" = default ]; then printf 'export WASM_TOOLCHAIN=\n'; else printf 'export WASM_TOOLCHAIN=%q\n' "$wasm_toolchain"; fi
} >"$TOOLS/env.new"
mv "$TOOLS/env.new" "$TOOLS/env"
say "ready ($WANT)"
