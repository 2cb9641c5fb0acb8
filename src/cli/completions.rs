//! `sferum-plan completions`: scripts for three shells, made of the table of commands.

use std::ffi::OsString;
use std::fmt::Write as _;

use super::args::{COMMANDS, Opt};
use super::{Exit, Stop, World};

/// Writes the script of a shell.
pub fn show(rest: &[OsString], world: &mut World) -> Result<Exit, Stop> {
    let shell = match rest {
        [shell] => shell.to_string_lossy().into_owned(),
        _ => String::new(),
    };
    let script = match shell.as_str() {
        "bash" => bash(),
        "zsh" => zsh(),
        "fish" => fish(),
        _ => return Err(Stop::Usage("completions takes bash, zsh or fish".to_owned())),
    };
    write!(world.output, "{script}")?;
    Ok(Exit::Ok)
}

fn names() -> String {
    let mut names: Vec<&str> = COMMANDS.iter().map(|command| command.name).collect();
    names.extend(["help", "completions"]);
    names.join(" ")
}

fn flags(options: &[Opt]) -> String {
    let mut flags: Vec<String> = options.iter().map(|option| format!("--{}", option.long)).collect();
    flags.push("--help".to_owned());
    flags.join(" ")
}

fn bash() -> String {
    let mut cases = String::new();
    for command in COMMANDS {
        for option in command.options.iter().filter(|option| !option.choices.is_empty()) {
            let short = option.short.map(|short| format!("|-{short}")).unwrap_or_default();
            let pattern = option.long;
            let _ = writeln!(
                cases,
                "    {}:--{pattern}{}) words=\"{}\" ;;",
                command.name,
                short.replace('|', &format!("|{}:", command.name)),
                option.choices.join(" ")
            );
        }
    }
    let mut options = String::new();
    for command in COMMANDS {
        let _ = writeln!(options, "      {}) words=\"{}\" ;;", command.name, flags(command.options));
    }
    format!(
        "# bash completion for sferum-plan\n_sferum_plan() {{\n  local word=${{COMP_WORDS[COMP_CWORD]}} \
         command=${{COMP_WORDS[1]}} words=\n  if [ \"$COMP_CWORD\" -eq 1 ]; then\n    COMPREPLY=($(compgen -W \"{} \
         --version\" -- \"$word\"))\n    return\n  fi\n  case $command:${{COMP_WORDS[COMP_CWORD-1]}} in\n{cases}    \
         completions:*) words=\"bash zsh fish\" ;;\n    help:*) words=\"{}\" ;;\n  esac\n  if [ -z \"$words\" ] && [[ $word \
         == -* ]]; then\n    case $command in\n{options}    esac\n  fi\n  if [ -n \"$words\" ]; then\n    \
         COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n  else\n    COMPREPLY=($(compgen -f -- \"$word\"))\n  fi\n}}\n\
         complete -o filenames -F _sferum_plan sferum-plan\n",
        names(),
        names(),
    )
}

/// Takes out what ends a word of a zsh specification.
fn quoted(text: &str) -> String {
    text.replace('\'', "").replace('[', "(").replace(']', ")").replace(':', ",")
}

fn zsh() -> String {
    let mut out = String::from("#compdef sferum-plan\n_sferum_plan() {\n  local -a commands\n  commands=(\n");
    for command in COMMANDS {
        let _ = writeln!(out, "    '{}:{}'", command.name, quoted(command.about));
    }
    out.push_str("    'help:Shows a page of help'\n    'completions:Writes completions for a shell'\n  )\n");
    out.push_str(
        "  if (( CURRENT == 2 )); then\n    _describe command commands\n    return\n  fi\n  case $words[2] in\n",
    );
    for command in COMMANDS {
        let _ = write!(out, "    {}) _arguments '*:file:_files'", command.name);
        for option in command.options {
            let value = match (option.value, option.choices) {
                (None, _) => String::new(),
                (Some("FILE" | "PLAN"), _) => ":file:_files".to_owned(),
                (Some(value), []) => format!(":{value}:"),
                (Some(value), choices) => format!(":{value}:({})", choices.join(" ")),
            };
            let _ = write!(out, " '--{}[{}]{value}'", option.long, quoted(option.about));
        }
        out.push_str(" ;;\n");
    }
    out.push_str(
        "    help) _describe command commands ;;\n    completions) _values shell bash zsh fish ;;\n  esac\n}\n",
    );
    out.push_str("_sferum_plan \"$@\"\n");
    out
}

fn fish() -> String {
    let mut out = String::from("# fish completion for sferum-plan\n");
    let quoted = |text: &str| text.replace('\'', "");
    for command in COMMANDS {
        let (name, about) = (command.name, quoted(command.about));
        let _ = writeln!(out, "complete -c sferum-plan -n __fish_use_subcommand -a {name} -d '{about}'");
        for option in command.options {
            let short = option.short.map(|short| format!(" -s {short}")).unwrap_or_default();
            let value = match (option.value, option.choices) {
                (None, _) => String::new(),
                (Some("FILE" | "PLAN"), _) => " -r".to_owned(),
                (Some(_), []) => " -x".to_owned(),
                (Some(_), choices) => format!(" -x -a '{}'", choices.join(" ")),
            };
            let about = quoted(option.about);
            let _ = writeln!(
                out,
                "complete -c sferum-plan -n '__fish_seen_subcommand_from {name}' -l {}{short}{value} -d '{about}'",
                option.long
            );
        }
    }
    out.push_str("complete -c sferum-plan -n __fish_use_subcommand -a 'help completions'\n");
    out.push_str("complete -c sferum-plan -n '__fish_seen_subcommand_from completions' -x -a 'bash zsh fish'\n");
    out
}
