/* input.c: O_NONBLOCK keeps a FIFO from holding us up before fstat can refuse it; the size is checked again while reading, since a
 * file may grow. Reading is by offset, so that the descriptor stays at the first byte for a child. */
#include "ingest/input.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CHUNK = 64 * 1024 };
static const size_t INPUT_MAX = (size_t)INPUT_MAX_MB << 20;

static enum status too_large(struct err *err)
{
	return err_set(err, E_INVALID, "larger than %d MB: split it, or save it smaller", INPUT_MAX_MB);
}

static enum status file_open(const char *path, int *out, struct err *err)
{
	int fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (fd < 0 && errno == ENOENT)
		return err_set(err, E_NOT_FOUND, "there is no such file");
	if (fd < 0 && errno == ELOOP)
		return err_set(err, E_INVALID, "a symbolic link: name the file that it points to");
	if (fd < 0)
		return err_set(err, E_IO, "cannot be opened: %s", strerror(errno));
	*out = fd;
	return OK;
}

static enum status file_check(int fd, struct err *err)
{
	struct stat st;
	if (fstat(fd, &st) != 0)
		return err_set(err, E_IO, "cannot be read: %s", strerror(errno));
	if (S_ISDIR(st.st_mode))
		return err_set(err, E_INVALID, "a folder nested too deep, or not read to its end: import it by itself");
	if (!S_ISREG(st.st_mode))
		return err_set(err, E_INVALID, "not a regular file: name a file or a folder");
	return (uintmax_t)st.st_size > INPUT_MAX ? too_large(err) : OK;
}

/* By offset where the descriptor can (a file), else as it comes (standard input). */
static enum status bytes_read(int fd, bool by_offset, struct buf *out, struct err *err)
{
	char chunk[CHUNK];
	for (;;) {
		ssize_t n = by_offset ? pread(fd, chunk, sizeof chunk, (off_t)out->n) : read(fd, chunk, sizeof chunk);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return err_set(err, E_IO, "cannot be read: %s", strerror(errno));
		if (n == 0)
			return OK;
		if (out->n + (size_t)n > INPUT_MAX)
			return too_large(err);
		buf_add(out, chunk, (size_t)n);
	}
}

/* Standard input cannot be read twice, so a child is given a copy. */
static enum status memory_file(const struct buf *bytes, int *out, struct err *err)
{
	int fd = memfd_create("griffie", MFD_CLOEXEC);
	if (fd < 0)
		return err_set(err, E_IO, "cannot be kept in memory: %s", strerror(errno));
	for (size_t at = 0; at < bytes->n;) {
		ssize_t n = pwrite(fd, bytes->p + at, bytes->n - at, (off_t)at);
		if (n < 0 && errno != EINTR) {
			err_set(err, E_IO, "cannot be kept in memory: %s", strerror(errno));
			close(fd);
			return E_IO;
		}
		at += n > 0 ? (size_t)n : 0;
	}
	*out = fd;
	return OK;
}

enum status input_read(const char *path, struct input *out, struct err *err)
{
	struct input input = {.fd = -1};
	enum status status;
	if (strcmp(path, "-") == 0) {
		status = bytes_read(STDIN_FILENO, false, &input.bytes, err);
		if (!status)
			status = memory_file(&input.bytes, &input.fd, err);
	} else {
		status = file_open(path, &input.fd, err);
		if (!status)
			status = file_check(input.fd, err);
		if (!status)
			status = bytes_read(input.fd, true, &input.bytes, err);
	}
	if (status)
		input_release(&input);
	else
		*out = input;
	return status;
}

void input_release(struct input *input)
{
	if (input->fd >= 0)
		close(input->fd);
	buf_release(&input->bytes);
	*input = (struct input){.fd = -1};
}
