# Shared by run, test and bench: the Python environment in .venv and the system libraries that Qt needs.
# Sourced with $root set to the checkout; POSIX sh.

venv=$root/.venv
python=$venv/bin/python
stamp=$venv/hallwright-ready

# Another project's Python settings must not reach into this one.
unset PYTHONPATH PYTHONHOME

system=$(uname -s)
if [ "$system" = Linux ]; then
    # A bare system has no locale; Qt and file names want UTF-8.
    case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
        *UTF-8* | *utf-8* | *UTF8* | *utf8*) ;;
        *) export LC_ALL=C.UTF-8 ;;
    esac
fi

say() { printf '%s\n' "hallwright: $*" >&2; }

refuse() {
    say "$@"
    exit 2
}

has_display() {
    [ "$system" = Darwin ] || [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]
}

# soname:package (Debian's name), for any Qt program and for one with a window.
qt_libraries='libGL.so.1:libgl1 libEGL.so.1:libegl1 libxkbcommon.so.0:libxkbcommon0 libdbus-1.so.3:libdbus-1-3
    libfontconfig.so.1:libfontconfig1 libX11.so.6:libx11-6 libglib-2.0.so.0:libglib2.0-0'
window_libraries='libxcb-cursor.so.0:libxcb-cursor0 libxcb-icccm.so.4:libxcb-icccm4 libxcb-keysyms.so.1:libxcb-keysyms1
    libxcb-shape.so.0:libxcb-shape0 libxcb-xkb.so.1:libxcb-xkb1 libxkbcommon-x11.so.0:libxkbcommon-x11-0'
wayland_libraries='libwayland-client.so.0:libwayland-client0 libwayland-cursor.so.0:libwayland-cursor0
    libwayland-egl.so.1:libwayland-egl1'

# Sets missing_packages to those whose library the linker does not know.
find_missing_libraries() {
    missing_packages=
    [ "$system" = Linux ] || return 0
    known=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null) || return 0
    for pair in "$@"; do
        case $known in
            *"${pair%%:*} "*) ;;
            *) missing_packages="$missing_packages ${pair#*:}" ;;
        esac
    done
}

install_packages() {
    if ! command -v apt-get >/dev/null 2>&1; then
        refuse "this system lacks what Debian calls$1: install it with your package manager, then start again"
    fi
    if [ "$(id -u)" != 0 ]; then
        refuse "the system lacks$1; run this line, then start again:
sudo apt-get update && sudo apt-get install -y --no-install-recommends$1"
    fi
    say "installing system packages:$1"
    # One unreachable third-party source must not stop the rest.
    apt-get -qq -o DPkg::Lock::Timeout=300 update </dev/null >/dev/null ||
        say "apt-get update failed; trying with the lists at hand"
    # shellcheck disable=SC2086  # a list of package names
    DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=300 install --no-install-recommends $1 \
        </dev/null >/dev/null || refuse "apt-get could not install$1; its message is above"
}

version_of() {
    "$1" -I -S -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null
}

# Sets base to a Python that the lock file serves: 3.11 to 3.14.
find_python() {
    for base in ${PYTHON:-} python3 python3.13 python3.12 python3.11 python3.14; do
        case $(version_of "$base") in
            3.11 | 3.12 | 3.13 | 3.14) return 0 ;;
        esac
    done
    refuse "no Python 3.11 to 3.14 found: install one (Debian: apt-get install python3), or set PYTHON to its path"
}

# need_system PAIR...: everything the system lacks, asked for at once.
need_system() {
    find_missing_libraries "$@"
    if [ ! -f "$stamp" ]; then
        find_python
        # Debian keeps what makes virtual environments in a package of its own.
        if ! "$base" -c 'import ensurepip, venv' 2>/dev/null; then
            missing_packages="$missing_packages python$(version_of "$base")-venv"
        fi
    fi
    if [ -n "$missing_packages" ]; then install_packages "$missing_packages"; fi
}

# What the environment was made from: any difference means to make it anew.
fingerprint() {
    printf '%s\n' "$1 $system $(uname -m) $root"
    (cd "$root" && cksum requirements.txt requirements-dev.txt)
}

pip_install() {
    # Errors only: a second index that lacks a package is no news.
    "$python" -m pip install -qq --no-input --disable-pip-version-check "$@" </dev/null >&2
}

install_lock() {
    pip_install --require-hashes --only-binary :all: -r "$root/$1" ||
        refuse "the packages of $1 could not be installed; pip's message is above. Mend it and start again"
}

# Sets made to what .venv serves now, run or test; to nothing when it is missing, outdated or half-made.
look_at_environment() {
    made=
    [ -f "$stamp" ] || return 0
    now=$(fingerprint "$(version_of "$python")")
    case $(cat "$stamp") in
        "run $now") made=run ;;
        "test $now") made=test ;;
    esac
}

is_made_for() {
    look_at_environment
    [ "$made" = "$1" ] || [ "$made" = test ]
}

# need_environment run|test
need_environment() {
    if is_made_for "$1"; then return 0; fi
    # Two first starts at once must not install over each other.
    if command -v flock >/dev/null 2>&1; then
        exec 9>"$root/.venv.lock"
        flock 9
    fi
    if ! is_made_for "$1"; then make_environment "$1"; fi
    exec 9>&-
}

# The stamp is written last, so that an interrupted installation counts for nothing.
make_environment() {
    lock=requirements.txt
    if [ "$1" = test ]; then lock=requirements-dev.txt; fi
    if [ "$made" = run ]; then
        say "adding the test tools to .venv"
        rm -f "$stamp"
        install_lock "$lock"
    else
        find_python
        say "making .venv with $("$base" --version) (once; some minutes with a slow network)"
        rm -rf "$venv"
        "$base" -m venv "$venv" >&2 || refuse "$base could not make $venv; its message is above"
        install_lock "$lock"
        pip_install --no-deps --no-build-isolation -e "$root" || refuse "the checkout could not be installed; see above"
    fi
    printf '%s\n' "$1 $(fingerprint "$(version_of "$python")")" >"$stamp.new"
    mv "$stamp.new" "$stamp"
}
