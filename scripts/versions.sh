# Pinned versions of every tool that is not a crate of Cargo.lock. One home for each number.
# Sourced by the other scripts; never run by itself.
TRUNK_VERSION=0.21.14
WASM_SPLIT_VERSION=0.2.4
BINARYEN_VERSION=132.0.0
AXE_VERSION=4.14.1
AJV_VERSION=8.20.0
AGE_VERSION=0.3.1
TABULATOR_VERSION=6.5.3
LLD_PACKAGE=lld-22
