/* listener.c: addresses are numbers, never names: what a name stands for may change between the check and the bind. */
#include "site/listener.h"

#include <arpa/inet.h>
#include <errno.h>
#include <unistd.h>

enum { BACKLOG = 256 };

enum status listener_parse(const char *address, int port, struct listener *out, struct err *err)
{
	struct listener listener = {0};
	const char *text = address ? address : "127.0.0.1";
	if (inet_pton(AF_INET, text, &listener.at.four.sin_addr) == 1) {
		listener.at.four.sin_family = AF_INET;
		listener.at.four.sin_port = htons((uint16_t)port);
		listener.size = sizeof listener.at.four;
	} else if (inet_pton(AF_INET6, text, &listener.at.six.sin6_addr) == 1) {
		listener.at.six.sin6_family = AF_INET6;
		listener.at.six.sin6_port = htons((uint16_t)port);
		listener.size = sizeof listener.at.six;
	} else {
		return err_set(err, E_USAGE, "'%s' is no address: write one such as 127.0.0.1 or ::1", text);
	}
	*out = listener;
	return OK;
}

static enum reach reach_of_four(uint32_t address)
{
	static const struct {
		uint32_t net;
		uint32_t mask;
		enum reach reach;
	} nets[] = {
		{0x7f000000, 0xff000000, REACH_MACHINE}, {0x0a000000, 0xff000000, REACH_OFFICE},
		{0xac100000, 0xfff00000, REACH_OFFICE},  {0xc0a80000, 0xffff0000, REACH_OFFICE},
		{0xa9fe0000, 0xffff0000, REACH_OFFICE},
	};
	for (size_t i = 0; i < ARRAY_SIZE(nets); i++)
		if ((address & nets[i].mask) == nets[i].net)
			return nets[i].reach;
	return REACH_PUBLIC;
}

enum reach listener_reach(const struct listener *listener)
{
	if (listener->at.any.sa_family == AF_INET)
		return reach_of_four(ntohl(listener->at.four.sin_addr.s_addr));
	const struct in6_addr *six = &listener->at.six.sin6_addr;
	if (IN6_IS_ADDR_LOOPBACK(six))
		return REACH_MACHINE;
	if (IN6_IS_ADDR_V4MAPPED(six)) {
		uint32_t four;
		memcpy(&four, six->s6_addr + 12, sizeof four);
		return reach_of_four(ntohl(four));
	}
	return IN6_IS_ADDR_LINKLOCAL(six) || (six->s6_addr[0] & 0xfe) == 0xfc ? REACH_OFFICE : REACH_PUBLIC;
}

enum status listener_open(struct listener *listener, int *out, struct err *err)
{
	char url[80];
	int on = 1;
	int fd = socket(listener->at.any.sa_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	bool ready = fd >= 0 && setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) == 0 &&
		     bind(fd, &listener->at.any, listener->size) == 0 && listen(fd, BACKLOG) == 0 &&
		     getsockname(fd, &listener->at.any, &listener->size) == 0;
	if (ready) {
		*out = fd;
		return OK;
	}
	int failure = errno;
	if (fd >= 0)
		close(fd);
	listener_url(listener, url, sizeof url);
	return err_set(err, E_IO, "cannot listen at %s: %s", url, strerror(failure));
}

int listener_port(const struct listener *listener)
{
	return ntohs(listener->at.any.sa_family == AF_INET ? listener->at.four.sin_port : listener->at.six.sin6_port);
}

void listener_url(const struct listener *listener, char *out, size_t size)
{
	bool four = listener->at.any.sa_family == AF_INET;
	const void *number =
		four ? (const void *)&listener->at.four.sin_addr : (const void *)&listener->at.six.sin6_addr;
	char text[INET6_ADDRSTRLEN];
	inet_ntop(listener->at.any.sa_family, number, text, sizeof text);
	snprintf(out, size, four ? "http://%s:%d/" : "http://[%s]:%d/", text, listener_port(listener));
}
