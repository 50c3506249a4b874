# What has to be on the machine, for api/start and tests/run: each is installed where that can be done without asking, else named with one line.
# Everything said goes to standard error.

missing() { printf 'Portfolio needs %s, which is missing. This installs it:\n  %s\n' "$1" "$2" >&2; exit 1; }

# Debian packages, as root or with a sudo that asks for no password.
can_install() { command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; }

install_packages() {
    local as_root=(env DEBIAN_FRONTEND=noninteractive)
    [ "$(id -u)" = 0 ] || as_root=(sudo -n "${as_root[@]}")
    printf 'Installing %s ...\n' "$*" >&2
    "${as_root[@]}" apt-get install -y -qq --no-install-recommends "$@" >&2 && return
    { "${as_root[@]}" apt-get update -qq && "${as_root[@]}" apt-get install -y -qq --no-install-recommends "$@"; } >&2
}

# The SDK is looked for where its installers put it, PATH first.
find_dotnet() {
    local folder
    for folder in "" "${DOTNET_ROOT:-}" "${HOME:-}/.dotnet" /usr/share/dotnet /usr/lib/dotnet /usr/local/share/dotnet; do
        if [ -z "$folder" ]; then DOTNET=$(command -v dotnet) || continue; else DOTNET=$folder/dotnet; fi
        [ -x "$DOTNET" ] && "$DOTNET" "--list-$1" 2>/dev/null | grep -qE "$2" && return
    done
    missing '.NET SDK 10' 'curl -sSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0'
}

need_dotnet_sdk() { find_dotnet sdks '^10\.'; }

need_dotnet_runtime() { find_dotnet runtimes '^Microsoft\.AspNetCore\.App 10\.'; }

have_postgresql() {
    { command -v initdb && command -v postgres; } >/dev/null && return
    compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null
}

need_postgresql() {
    have_postgresql && return
    if can_install; then install_packages postgresql && have_postgresql && return; fi
    missing PostgreSQL 'sudo apt-get install -y postgresql'
}

# What evidence packs on paper are written in.
have_fonts() { [ -f /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf ] && [ -f /usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf ]; }

need_fonts() {
    have_fonts && return
    if can_install; then install_packages fonts-dejavu-core && have_fonts && return; fi
    missing 'the font DejaVu Sans, for evidence packs on paper,' 'sudo apt-get install -y fonts-dejavu-core'
}

# Everything else goes on without it.
want_fonts() { (need_fonts) || true; }

need_setpriv() {
    command -v setpriv >/dev/null && command -v setsid >/dev/null && return
    missing 'setpriv and setsid (Debian package util-linux)' 'sudo apt-get install -y util-linux'
}

# The pages' look is compiled with Node.js 18, which Debian 12 has; the checkers of the tests need 20, which Debian 13 has.
have_node() { command -v npm >/dev/null && [ "$(node -p "process.versions.node.split('.')[0] >= $1" 2>/dev/null)" = true ]; }

need_node() {
    have_node "$1" && return
    if can_install; then install_packages nodejs npm && have_node "$1" && return; fi
    missing "Node.js $1 or later and npm" 'sudo apt-get install -y nodejs npm   (or a newer one from nodejs.org)'
}

# The pages are tried in a real browser.
need_chromium() {
    command -v chromium >/dev/null && return
    if can_install; then install_packages chromium && command -v chromium >/dev/null && return; fi
    missing 'Chromium, for the tests of the pages' 'sudo apt-get install -y chromium'
}
