/* jail.h: what a worker may still ask of the system: to read, to write, to have memory, to know its processor time, to end. */
#ifndef GRIFFIE_RULES_JAIL_H
#define GRIFFIE_RULES_JAIL_H

#include "core/base.h"

/* Whether this is a build with a sanitizer, which needs a few system calls more. */
#if defined(__SANITIZE_ADDRESS__)
#define JAIL_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer)
#define JAIL_SANITIZED 1
#endif
#endif
#ifndef JAIL_SANITIZED
#define JAIL_SANITIZED 0
#endif

/* By how much limits of time are multiplied: 1, but more under sanitizers and their like. */
int64_t jail_slowness(void);

/* Keeps descriptor `fd` as number 3 and closes all others; input, output and messages go nowhere. False when that fails. */
bool jail_close_files(int fd);
/* Limits and system call filter for this process, for good. False when the system has no filter: the limits hold all the same. */
bool jail_enter(void);

#endif
