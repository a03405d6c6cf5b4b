# Makefile: builds, tests and installs griffie; `make help` lists the targets. Everything that is made goes to $(BUILD).
PREFIX  ?= /usr/local
DESTDIR ?=
BUILD   ?= build
OPT     ?= -O2 -g
WERROR  ?=
ifeq ($(origin CC),default)
CC       = gcc
endif

# make V=1 shows whole commands.
SAY = @$(if $(V),:,echo)
Q   = $(if $(V),,@)

# What a build needs (deps) and what the checks need on top of it (deps-dev), as Debian 12 calls them.
PACKAGES     = gcc libc6-dev make pkg-config libsqlite3-dev libical-dev liblua5.4-dev libsodium-dev \
               libmicrohttpd-dev check poppler-utils gettext sqlite3
PACKAGES_DEV = clang clang-format clang-tidy cppcheck valgrind $(CLIENTS)
# Programs that read calendars, for `make clients`; chromium, which is large, is used where it is installed.
CLIENTS      = khal vdirsyncer radicale calcurse python3-icalendar python3-vobject curl

# $(call once,NAME,TEXT): works TEXT out at the first use and only then, so that `make deps all` finds what deps installed.
once    = $(eval $(1) := $(2))$($(1))
# $(call has,FLAG): FLAG where the compiler knows it.
has     = $(shell $(CC) -Werror $(1) -x c -c -o /dev/null /dev/null 2>/dev/null && echo $(1))
PKG     = pkg-config
LIBS    = sqlite3 libical libsodium lua5.4 libmicrohttpd

PKG_CFLAGS = $(call once,PKG_CFLAGS,$(shell $(PKG) --cflags $(LIBS)))
PKG_LIBS   = $(call once,PKG_LIBS,$(shell $(PKG) --libs $(LIBS)))
CHECK_LIBS = $(call once,CHECK_LIBS,$(shell $(PKG) --libs check))
IF_KNOWN   = $(call once,IF_KNOWN,$(call has,-fcf-protection) $(call has,-fstack-clash-protection))

WARN     = -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wwrite-strings -Wvla \
           -Wformat=2 -Wcast-qual -Wconversion $(WERROR)
HARDEN  ?= -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fPIE $(IF_KNOWN)
HARDEN_LD ?= -pie -Wl,-z,relro,-z,now,-z,noexecstack
DEFINES  = -I. -D_GNU_SOURCE -DPREFIX='"$(PREFIX)"'
CPPFLAGS += $(DEFINES) $(PKG_CFLAGS)
CFLAGS   += -std=c11 -pthread $(OPT) $(WARN) $(HARDEN)
LDFLAGS  += $(HARDEN_LD)
LDLIBS   += $(PKG_LIBS)

FOLDERS  = core hash ingest db rules feed site cli
SOURCES  = $(foreach d,$(FOLDERS),$(wildcard $(d)/*.c))
HEADERS  = $(foreach d,$(FOLDERS),$(wildcard $(d)/*.h))
OBJECTS  = $(SOURCES:%.c=$(BUILD)/%.o)
LIBRARY  = $(filter-out $(BUILD)/cli/main.o,$(OBJECTS)) $(BUILD)/embedded.o

EMBEDDED = $(sort $(wildcard migrations/*.sql) $(shell find rules/packs -name '*.lua'))

TEST_SOURCES = $(wildcard tests/*/test_*.c)
TESTS        = $(TEST_SOURCES:%.c=$(BUILD)/%)
TRANSCRIPTS  = $(filter-out %/lib.sh,$(wildcard tests/cli/*.sh))
C_FILES      = $(SOURCES) $(wildcard tests/*/*.c bench/*.c)
H_FILES      = $(HEADERS) $(wildcard tests/*/*.h bench/*.h)

LANGUAGES = $(patsubst po/%.po,%,$(wildcard po/*.po))
MESSAGES  = $(LANGUAGES:%=$(BUILD)/locale/%/LC_MESSAGES/griffie.mo)
UNIT      = docs/griffie-serve.service
EXAMPLES  = docs/nginx.conf docs/Caddyfile docs/caldav.md
MAN       = $(wildcard docs/griffie.1)
COMPLETE  = $(wildcard completions/griffie.bash)

all: $(BUILD)/griffie $(MESSAGES) ## build the program

$(BUILD)/griffie: $(BUILD)/cli/main.o $(BUILD)/libgriffie.a
	$(SAY) "  LINK $@"
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(BUILD)/libgriffie.a: $(LIBRARY)
	@rm -f $@
	$(Q)$(AR) rcs $@ $^

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(SAY) "  CC   $<"
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

# Migrations and packs become bytes of the binary: a table of name, first byte, one past the last (core/embedded.h).
$(BUILD)/embedded.S: $(EMBEDDED) Makefile
	@mkdir -p $(@D)
	@{ echo '.section .rodata'; i=0; for f in $(EMBEDDED); do i=$$((i+1)); \
	   echo "b$$i: .incbin \"$$f\""; echo "e$$i: .byte 0"; echo "n$$i: .asciz \"$$f\""; done; \
	   echo '.section .data.rel.ro,"aw"'; echo '.balign 8'; echo '.globl embedded_files'; echo 'embedded_files:'; \
	   i=0; for f in $(EMBEDDED); do i=$$((i+1)); echo ".quad n$$i, b$$i, e$$i"; done; echo '.quad 0, 0, 0'; \
	   echo '.section .note.GNU-stack,"",@progbits'; } > $@

$(BUILD)/embedded.o: $(BUILD)/embedded.S
	$(Q)$(CC) -c -o $@ $<

$(BUILD)/locale/%/LC_MESSAGES/griffie.mo: po/%.po
	@mkdir -p $(@D)
	$(SAY) "  PO   $<"
	$(Q)msgfmt --check -o $@ $<

# ---- tests and checks ----

$(BUILD)/tests/%: tests/%.c $(BUILD)/libgriffie.a
	@mkdir -p $(@D)
	$(SAY) "  TEST $<"
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP $(LDFLAGS) -o $@ $< $(BUILD)/libgriffie.a $(LDLIBS) $(CHECK_LIBS)

programs: all $(TESTS)

test: programs ## build and run all tests; the last line counts them
	@GRIFFIE=$(BUILD)/griffie tests/run $(TESTS) $(TRANSCRIPTS)

clients: all ## run real calendar programs on published calendars, those that are installed
	@GRIFFIE=$(BUILD)/griffie tests/clients/run

SANITIZE = -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
asan: ## run the tests under AddressSanitizer and UndefinedBehaviorSanitizer
	@CK_TIMEOUT_MULTIPLIER=5 JOBS=$${JOBS:-$$(nproc)} $(MAKE) BUILD=$(BUILD)/asan OPT="$(SANITIZE)" HARDEN= HARDEN_LD= test

VALGRIND = valgrind -q --error-exitcode=9 --leak-check=full --child-silent-after-fork=yes
valgrind: programs ## run the tests under valgrind
	@CK_TIMEOUT_MULTIPLIER=20 JOBS=$${JOBS:-$$(nproc)} GRIFFIE=$(BUILD)/griffie RUNNER="$(VALGRIND)" tests/run $(TESTS) $(TRANSCRIPTS)

check: format-check layers cppcheck tidy ## all checks that need no run: format, layers, gcc and clang with -Werror, cppcheck, clang-tidy
	@$(MAKE) BUILD=$(BUILD)/gcc CC=gcc WERROR=-Werror programs
	@$(MAKE) BUILD=$(BUILD)/clang CC=clang WERROR=-Werror programs

format-check: ## is the layout that of .clang-format
	@clang-format --dry-run -Werror $(C_FILES) $(H_FILES)

layers: ## do includes point the right way
	@tests/layers $(SOURCES) $(HEADERS)

cppcheck: ## static analysis by cppcheck
	@mkdir -p $(BUILD)/cppcheck
	@cppcheck -q -j$$(nproc) --std=c11 --error-exitcode=1 --inline-suppr --cppcheck-build-dir=$(BUILD)/cppcheck \
	  --enable=warning,performance,portability --suppress=missingIncludeSystem $(DEFINES) $(SOURCES)

# Left out: what is a matter of taste, and what clang 14 gets wrong (va_list).
TIDY_OFF = bugprone-branch-clone bugprone-sizeof-expression bugprone-not-null-terminated-result bugprone-easily-swappable-parameters \
           bugprone-narrowing-conversions bugprone-reserved-identifier \
           bugprone-implicit-widening-of-multiplication-result clang-analyzer-valist.Uninitialized \
           clang-analyzer-security.insecureAPI.DeprecatedOrUnsafeBufferHandling
EMPTY    =
COMMA    = ,
TIDY     = -*,clang-analyzer-*,bugprone-*,$(subst $(EMPTY) -,$(COMMA)-,$(strip $(TIDY_OFF:%=-%)))
tidy: $(SOURCES:%.c=$(BUILD)/tidy/%.ok) ## static analysis by clang-tidy

$(BUILD)/tidy/%.ok: %.c $(HEADERS)
	@mkdir -p $(@D)
	$(SAY) "  TIDY $<"
	$(Q)clang-tidy --quiet --warnings-as-errors='*' --checks='$(TIDY)' $< -- -std=c11 $(DEFINES) $(PKG_CFLAGS) 2>$@.log || \
	  { cat $@.log; false; }
	@touch $@

$(BUILD)/bench/%: bench/%.c $(BUILD)/libgriffie.a
	@mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP $(LDFLAGS) -o $@ $< $(BUILD)/libgriffie.a $(LDLIBS)

# Fuzzing is run by hand: `make fuzz` gives each target FUZZ_SECONDS, from the texts of the tests on.
FUZZ_SECONDS ?= 600
FUZZERS = $(patsubst tests/fuzz/%.c,%,$(wildcard tests/fuzz/fuzz_*.c))
FUZZ    = -O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all
fuzz: ## run each fuzz target for FUZZ_SECONDS (needs clang)
	@$(MAKE) BUILD=$(BUILD)/fuzz CC=clang OPT="$(FUZZ)" HARDEN= HARDEN_LD= $(FUZZERS:%=$(BUILD)/fuzz/%)
	@mkdir -p $(BUILD)/fuzz/texts && cp tests/papers/*.txt $(BUILD)/fuzz/texts
	@split -l 1 -a 4 tests/core/moments.tsv $(BUILD)/fuzz/texts/moment-
	@for f in $(FUZZERS); do mkdir -p $(BUILD)/fuzz/$$f.found && $(BUILD)/fuzz/$$f -max_total_time=$(FUZZ_SECONDS) -timeout=10 \
	  -print_final_stats=1 -verbosity=0 -artifact_prefix=$(BUILD)/fuzz/$$f.found/ $(BUILD)/fuzz/$$f.found $(BUILD)/fuzz/texts || exit 1; done

$(BUILD)/fuzz_%: tests/fuzz/fuzz_%.c $(BUILD)/libgriffie.a
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -fsanitize=fuzzer -MMD -MP $(LDFLAGS) -o $@ $< $(BUILD)/libgriffie.a $(LDLIBS)

# PCRE2 is measured beside us where libpcre2-dev is installed; the program does not need it.
PCRE2 = $(shell $(PKG) --exists libpcre2-8 2>/dev/null && echo yes)
$(BUILD)/bench/moment: private CPPFLAGS += $(if $(PCRE2),-DHAVE_PCRE2)
$(BUILD)/bench/moment: private LDLIBS += $(if $(PCRE2),-lpcre2-8)

BENCHES = generate derive moment read linear peer
bench: all $(BENCHES:%=$(BUILD)/bench/%) ## run the benchmarks
	@for b in $(wildcard bench/*.sh); do GRIFFIE=$(BUILD)/griffie $$b || exit 1; done

# ---- trying and installing ----

DEMO     = $(BUILD)/demo
DEMO_DAY = 2025-06-15
demo: all ## make a register of the sample papers, show what is due, write a calendar
	@rm -rf $(DEMO) && mkdir -p $(DEMO)
	@$(BUILD)/griffie --db $(DEMO)/griffie.db init
	@$(BUILD)/griffie --db $(DEMO)/griffie.db import tests/papers/*.txt tests/papers/pdf
	@$(BUILD)/griffie --db $(DEMO)/griffie.db --today $(DEMO_DAY) feed -o $(DEMO)/griffie.ics
	@echo
	@echo "What is owed, seen from $(DEMO_DAY):"
	@$(BUILD)/griffie --db $(DEMO)/griffie.db --today $(DEMO_DAY) due
	@echo
	@echo "The calendar of these: $(abspath $(DEMO)/griffie.ics)"

AS_ROOT = $(if $(filter 0,$(shell id -u)),,sudo)
missing = $(shell for p in $(1); do dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || echo $$p; done)
APT     = $(AS_ROOT) env DEBIAN_FRONTEND=noninteractive apt-get
apt     = $(if $(1),$(APT) install -y --no-install-recommends $(1) || \
          { $(APT) update && $(APT) install -y --no-install-recommends $(1); },@echo "all packages are there")

deps: ## install the Debian packages that a build lacks
	$(call apt,$(call missing,$(PACKAGES)))

deps-dev: deps ## install those that the checks lack
	$(call apt,$(call missing,$(PACKAGES_DEV)))

# When packages are asked for, nothing is built before they are there, also with -j.
ifneq (,$(filter deps deps-dev,$(MAKECMDGOALS)))
$(OBJECTS) $(BUILD)/embedded.S $(MESSAGES): | $(filter deps deps-dev,$(MAKECMDGOALS))
endif

BIN_TO  = $(DESTDIR)$(PREFIX)/bin/griffie
MAN_TO  = $(DESTDIR)$(PREFIX)/share/man/man1/griffie.1
COMP_TO = $(DESTDIR)$(PREFIX)/share/bash-completion/completions/griffie
DOC_TO  = $(DESTDIR)$(PREFIX)/share/doc/griffie
UNIT_TO = $(DESTDIR)$(PREFIX)/lib/systemd/system/griffie-serve.service
mo_to   = $(DESTDIR)$(PREFIX)/share/locale/$(1)/LC_MESSAGES/griffie.mo

install: all ## install below $(DESTDIR)$(PREFIX)
	install -D -m 755 $(BUILD)/griffie $(BIN_TO)
	$(if $(MAN),install -D -m 644 $(MAN) $(MAN_TO))
	$(if $(COMPLETE),install -D -m 644 $(COMPLETE) $(COMP_TO))
	install -d $(dir $(UNIT_TO)) $(DOC_TO)
	install -m 644 $(EXAMPLES) $(DOC_TO)
	sed 's|/usr/local/bin|$(PREFIX)/bin|' $(UNIT) >$(UNIT_TO)
	$(foreach l,$(LANGUAGES),install -D -m 644 $(BUILD)/locale/$(l)/LC_MESSAGES/griffie.mo $(call mo_to,$(l)) &&) true

uninstall: ## remove what install put there
	rm -f $(BIN_TO) $(MAN_TO) $(COMP_TO) $(UNIT_TO) $(EXAMPLES:docs/%=$(DOC_TO)/%) $(foreach l,$(LANGUAGES),$(call mo_to,$(l)))

clean: ## remove all that was built
	rm -rf $(BUILD)

help: ## this list
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/\1|\2/p' Makefile | while IFS='|' read -r t d; do printf '  %-13s %s\n' "$$t" "$$d"; done

.PHONY: all programs test clients asan valgrind check format-check layers cppcheck tidy bench fuzz demo deps deps-dev install uninstall clean help
.SECONDARY:
-include $(OBJECTS:.o=.d) $(TESTS:=.d)
