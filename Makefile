# Makefile: builds griffie; `make help` lists the targets. Objects go to $(BUILD); nothing is written beside the sources.
PREFIX  ?= /usr/local
DESTDIR ?=
BUILD   ?= build
CC      ?= gcc
OPT     ?= -O2 -g
WERROR  ?=

WARN     = -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wwrite-strings -Wvla \
           -Wformat=2 -Wcast-qual -Wconversion $(WERROR)
HARDEN  ?= -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fPIE
HARDEN_LD ?= -pie -Wl,-z,relro,-z,now
CPPFLAGS += -I. -D_GNU_SOURCE -DPREFIX='"$(PREFIX)"' $(shell pkg-config --cflags lua5.4 sqlite3 libical jansson libsodium)
CFLAGS   += -std=c11 $(OPT) $(WARN) $(HARDEN)
LDLIBS   += $(shell pkg-config --libs sqlite3 libical jansson libsodium lua5.4)
LDFLAGS  += $(HARDEN_LD)

FOLDERS  = core hash ingest db rules feed cli
SOURCES  = $(foreach d,$(FOLDERS),$(wildcard $(d)/*.c))
LIBRARY  = $(filter-out cli/main.c,$(SOURCES))
OBJECTS  = $(SOURCES:%.c=$(BUILD)/%.o)
LIBOBJ   = $(LIBRARY:%.c=$(BUILD)/%.o) $(BUILD)/embedded.o

EMBEDDED = $(sort $(wildcard migrations/*.sql) $(shell find rules/packs -name '*.lua'))

all: $(BUILD)/griffie

$(BUILD)/griffie: $(OBJECTS) $(BUILD)/embedded.o
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

# Migrations and packs become bytes of the binary: a table of name, first byte, one past the last (core/embedded.h).
$(BUILD)/embedded.S: $(EMBEDDED) Makefile
	@mkdir -p $(@D)
	@{ echo '.section .rodata'; i=0; for f in $(EMBEDDED); do i=$$((i+1)); \
	   echo "b$$i: .incbin \"$$f\""; echo "e$$i: .byte 0"; echo "n$$i: .asciz \"$$f\""; done; \
	   echo '.section .data.rel.ro,"aw"'; echo '.balign 8'; echo '.globl embedded_files'; echo 'embedded_files:'; \
	   i=0; for f in $(EMBEDDED); do i=$$((i+1)); echo ".quad n$$i, b$$i, e$$i"; done; echo '.quad 0, 0, 0'; \
	   echo '.section .note.GNU-stack,"",@progbits'; } > $@

$(BUILD)/embedded.o: $(BUILD)/embedded.S
	$(CC) -c -o $@ $<

TESTS = $(patsubst tests/%.c,$(BUILD)/tests/%,$(filter-out %/fuzz_%.c,$(wildcard tests/*/test_*.c)))

$(BUILD)/tests/%: tests/%.c $(LIBOBJ)
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP $(LDFLAGS) -o $@ $< $(LIBOBJ) $(LDLIBS) $(shell pkg-config --libs check)

test: $(TESTS)
	@for t in $(TESTS); do $$t || exit 1; done

clean:
	rm -rf $(BUILD)

.PHONY: all test clean
-include $(OBJECTS:.o=.d) $(TESTS:=.d)
