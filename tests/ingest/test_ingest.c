/* test_ingest.c: files into papers: PDF through pdftotext, many at a time, each failure one line that costs nothing else.
 *
 * Where pdftotext itself must misbehave, a script of that name stands before it on the PATH.
 */
#include "ingest/ingest.h"
#include "ingest/pdf.h"
#include "tests/ingest/scratch.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>

/* One object of a PDF, its place kept for the table at the end. */
static void object_add(struct buf *pdf, size_t *places, int number, const char *body)
{
	places[number] = pdf->n;
	buf_printf(pdf, "%d 0 obj\n%s\nendobj\n", number, body);
}

/* A whole PDF with a page for each text; `trailer` is put into its trailer. */
static struct slice pdf_of(const char *const *texts, int n, const char *trailer)
{
	struct buf pdf, kids;
	size_t places[32] = {0};
	buf_init(&pdf);
	buf_init(&kids);
	buf_add_text(&pdf, "%PDF-1.4\n");
	object_add(&pdf, places, 1, "<</Type/Catalog/Pages 2 0 R>>");
	for (int i = 0; i < n; i++) {
		buf_printf(&kids, "%d 0 R ", 4 + 2 * i);
		object_add(&pdf, places, 4 + 2 * i,
			   arena_printf(arena,
					"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 "
					"R>>>>/Contents %d 0 R>>",
					5 + 2 * i));
		const char *content = arena_printf(arena, "BT /F 12 Tf 72 700 Td (%s) Tj ET", texts[i]);
		object_add(&pdf, places, 5 + 2 * i,
			   arena_printf(arena, "<</Length %zu>>stream\n%s\nendstream", strlen(content), content));
	}
	object_add(&pdf, places, 2, arena_printf(arena, "<</Type/Pages/Kids[%s]/Count %d>>", kids.p, n));
	object_add(&pdf, places, 3, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
	size_t table = pdf.n;
	buf_printf(&pdf, "xref\n0 %d\n0000000000 65535 f \n", 4 + 2 * n);
	for (int i = 1; i < 4 + 2 * n; i++)
		buf_printf(&pdf, "%010zu 00000 n \n", places[i]);
	buf_printf(&pdf, "trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%zu\n%%%%EOF\n", 4 + 2 * n, trailer, table);
	struct slice whole = {arena_text(arena, (struct slice){pdf.p, pdf.n}), pdf.n};
	buf_release(&pdf);
	buf_release(&kids);
	return whole;
}

static struct slice pdf_one(const char *text)
{
	return pdf_of(&text, 1, "");
}

/* Reads, and checks that no child is left. */
static enum status read_file(const char *path, struct paper *paper, struct err *err)
{
	enum status status = ingest_read(path, arena, paper, err);
	ck_assert_int_eq(waitpid(-1, NULL, WNOHANG), -1);
	ck_assert_int_eq(errno, ECHILD);
	return status;
}

static void expect_refused(const char *path, const char *words)
{
	struct paper paper;
	struct err err = {0};
	ck_assert_int_eq(read_file(path, &paper, &err), E_INVALID);
	ck_assert_msg(strstr(err.msg, words), "%s", err.msg);
	ck_assert_msg(!strchr(err.msg, '\n'), "%s", err.msg);
}

/* Puts a script in the place of pdftotext. */
static void fake_pdftotext(const char *script)
{
	const char *path = scratch_write("pdftotext", slice_of(arena_printf(arena, "#!/bin/sh\n%s\n", script)));
	chmod(path, 0700);
	setenv("PATH", scratch, 1);
}

START_TEST(a_pdf_gives_text_pages_and_the_hash_of_its_bytes)
{
	static const char *const texts[] = {"De raad verzoekt", "het college"};
	struct paper paper;
	struct err err = {0};
	const char *path = scratch_write("-opw=x \n.txt", pdf_of(texts, 2, ""));
	ck_assert_msg(!read_file(path, &paper, &err), "%s", err.msg);
	ck_assert_msg(slice_is(paper.text, "De raad verzoekt\n\n\fhet college\n\n\f"), "'%s'", paper.text.p);
	ck_assert_int_eq(paper.pages, 2);
	ck_assert_ptr_null(paper.remark);
	ck_assert_str_eq(paper.path, path);
	ck_assert_uint_eq(strlen(paper.sha256), SHA256_TEXT - 1);
}
END_TEST

START_TEST(a_text_gives_itself)
{
	struct paper paper;
	struct err err = {0};
	ck_assert_int_eq(read_file(scratch_write("x.pdf", SLICE("abc")), &paper, &err), OK);
	ck_assert(slice_is(paper.text, "abc"));
	ck_assert_int_eq(paper.pages, 1);
	ck_assert_str_eq(paper.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
END_TEST

START_TEST(standard_input_is_read_from_a_pipe)
{
	struct slice inputs[] = {pdf_one("Motie"), SLICE("Motie\n\n\f")};
	for (size_t i = 0; i < ARRAY_SIZE(inputs); i++) {
		int ends[2];
		struct paper paper;
		struct err err = {0};
		ck_assert_int_eq(pipe(ends), 0);
		ck_assert_int_eq(write(ends[1], inputs[i].p, inputs[i].n), (int)inputs[i].n);
		close(ends[1]);
		dup2(ends[0], STDIN_FILENO);
		close(ends[0]);
		ck_assert_msg(!read_file("-", &paper, &err), "%s", err.msg);
		ck_assert(slice_is(paper.text, "Motie\n\n\f"));
	}
}
END_TEST

START_TEST(a_file_that_cannot_be_read_says_why)
{
	struct paper paper;
	struct err err = {0};
	struct slice pdf = pdf_one("Motie");
	struct slice locked = pdf_of((const char *const[]){"Motie"}, 1,
				     "/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(12345678901234567890123456789012)"
				     "/U(12345678901234567890123456789012)>>/ID[(x)(x)]");
	expect_refused(scratch_write("empty.pdf", SLICE("")), "empty file");
	expect_refused(scratch_write("locked.pdf", locked), "encrypted PDF: save it without a password");
	expect_refused(scratch_write("junk.pdf", SLICE("%PDF-1.4\n\1\2\3")), "damaged PDF (pdftotext: ");
	expect_refused(scratch_write("half.pdf", (struct slice){pdf.p, pdf.n / 2}), "PDF (pdftotext: ");
	expect_refused(scratch_write("scan.pdf", pdf_one("")), "OCR");
	expect_refused(scratch, "folder");
	ck_assert_int_eq(symlink("scan.pdf", scratch_path("link")), 0);
	expect_refused(scratch_path("link"), "symbolic link");
	ck_assert_int_eq(mkfifo(scratch_path("pipe"), 0600), 0);
	expect_refused(scratch_path("pipe"), "not a regular file");
	ck_assert_int_eq(truncate(scratch_write("big", SLICE("x")), (65 << 20)), 0);
	expect_refused(scratch_path("big"), "larger than 64 MB");
	ck_assert_int_eq(read_file(scratch_path("none"), &paper, &err), E_NOT_FOUND);
}
END_TEST

START_TEST(a_pdf_without_its_end_is_read_when_whole_otherwise_and_said)
{
	struct paper paper = {0};
	struct err err = {0};
	struct slice pdf = pdf_one("Motie");
	const char *path = scratch_write("cut.pdf", (struct slice){pdf.p, pdf.n - 16});
	ck_assert_msg(!read_file(path, &paper, &err), "%s", err.msg);
	ck_assert_ptr_nonnull(paper.remark);
	ck_assert(strstr(paper.remark, "the end of this PDF is missing"));
	fake_pdftotext("printf 'Syntax Error: no page\\n' >&2; echo text");
	expect_refused(path, "cut-off PDF (pdftotext: no page)");
}
END_TEST

static const struct {
	const char *script;
	enum status status;
	const char *words;
} children[] = {
	{"exec cat /dev/zero", E_INVALID, "more than 16 MB"},
	{"kill -SEGV $$", E_INVALID, "broke off, signal 11"},
	{"kill -XCPU $$", E_INVALID, "processor time"},
	{"echo 'Error: bad_alloc' >&2; exit 99", E_INVALID, "too much memory"},
	{"printf 'Syntax Error (7): odd \\033[1mthing\\n' >&2; exit 1", E_INVALID, "(pdftotext: odd ?[1mthing)"},
	{"yes x | head -c 1000000 >&2; exit 1", E_INVALID, "damaged PDF"},
	{"exit 1", E_INVALID, "damaged PDF (pdftotext: no text)"},
	{"printf '\\355\\240\\200 a'", OK, "?"},
	{"printf 'Syntax Error: x\\n' >&2; echo text", OK, "faults"},
};

START_TEST(a_child_that_misbehaves_costs_one_line)
{
	struct paper paper = {0};
	struct err err = {0};
	const char *path = scratch_write("x.pdf", pdf_one("Motie"));
	fake_pdftotext(children[_i].script);
	enum status status = read_file(path, &paper, &err);
	ck_assert_msg(status == children[_i].status, "%s: %s", children[_i].script, err.msg);
	const char *said = status ? err.msg : paper.remark ? paper.remark : "";
	ck_assert_msg(strstr(said, children[_i].words), "%s: %s", children[_i].script, said);
}
END_TEST

START_TEST(a_child_has_limits_and_three_descriptors_only)
{
	struct paper paper = {0};
	struct err err = {0};
	const char *path = scratch_write("x.pdf", pdf_one("Motie"));
	int extra = open("/dev/null", O_RDONLY); /* without O_CLOEXEC */
	fake_pdftotext("ulimit -v; ulimit -t; ulimit -f; ulimit -c; for i in 3 4 5 6 7 8 9 10 20; do\n"
		       "[ -e /proc/$$/fd/$i ] && [ ! /proc/$$/fd/$i -ef $0 ] && echo open $i; done; echo ${HOME-none}");
	ck_assert_msg(!read_file(path, &paper, &err), "%s", err.msg);
	close(extra);
	ck_assert_msg(slice_is(paper.text, "524288\n10\n0\n0\nnone\n"), "%s", paper.text.p);
}
END_TEST

/* A process that has ended may stay as a zombie where nobody adopts it. */
static bool is_running(pid_t pid)
{
	char state = 'Z';
	FILE *file = fopen(arena_printf(arena, "/proc/%d/stat", (int)pid), "r");
	if (!file)
		return false;
	bool known = fscanf(file, "%*d (%*[^)]) %c", &state) == 1;
	fclose(file);
	return known && state != 'Z';
}

START_TEST(a_child_is_ended_at_its_deadline_with_all_it_started)
{
	struct pdf pdf;
	struct err err = {0};
	const char *remark;
	fake_pdftotext("sleep 600 & echo $!; sleep 600");
	int fd = open("/dev/null", O_RDONLY);
	ck_assert_msg(!pdf_start(fd, SLICE("%PDF-%%EOF"), 1000, &pdf, &err), "%s", err.msg);
	for (int i = 0; i < 500 && !pdf.text.n; i++) {
		usleep(10000);
		pdf_pump(&pdf, 20999);
	}
	ck_assert(!pdf_is_done(&pdf));
	pid_t started = (pid_t)strtol(pdf.text.p, NULL, 10);
	pdf_pump(&pdf, 21000);
	ck_assert(pdf_is_done(&pdf));
	ck_assert_int_eq(pdf_result(&pdf, &remark, &err), E_INVALID);
	ck_assert_msg(strstr(err.msg, "after 20 s"), "%s", err.msg);
	pdf_release(&pdf);
	for (int i = 0; i < 500 && is_running(started); i++)
		usleep(10000);
	ck_assert(!is_running(started));
	close(fd);
}
END_TEST

START_TEST(a_child_that_never_stops_complaining_does_not_hold_others_up)
{
	struct pdf pdf;
	struct err err = {0};
	fake_pdftotext("sleep 600");
	int fd = open("/dev/null", O_RDONLY), endless = open("/dev/zero", O_RDONLY | O_CLOEXEC);
	ck_assert_msg(!pdf_start(fd, SLICE("%PDF-%%EOF"), 1000, &pdf, &err), "%s", err.msg);
	ck_assert_int_eq(dup3(endless, pdf.notes_fd, O_CLOEXEC), pdf.notes_fd);
	pdf_pump(&pdf, 1000); /* which would not return */
	ck_assert(!pdf_is_done(&pdf));
	pdf_pump(&pdf, 21000);
	ck_assert(pdf_is_done(&pdf));
	pdf_release(&pdf);
	close(endless);
	close(fd);
}
END_TEST

START_TEST(without_pdftotext_the_package_is_named)
{
	struct paper paper;
	struct err err = {0};
	const char *path = scratch_write("x.pdf", pdf_one("Motie"));
	setenv("PATH", scratch, 1);
	ck_assert_int_eq(read_file(path, &paper, &err), E_IO);
	ck_assert_msg(strstr(err.msg, "poppler-utils"), "%s", err.msg);
}
END_TEST

START_TEST(an_ignored_sigchld_does_no_harm_and_stays)
{
	struct paper paper;
	struct err err = {0};
	signal(SIGCHLD, SIG_IGN);
	ck_assert_msg(!read_file(scratch_write("x.pdf", pdf_one("Motie")), &paper, &err), "%s", err.msg);
	ck_assert(signal(SIGCHLD, SIG_DFL) == SIG_IGN);
}
END_TEST

struct taken {
	size_t n;
	size_t stop; /* refuse this one; SIZE_MAX: none */
	size_t known;
	char order[64];
};

static enum status take(void *user, size_t index, enum status status, struct paper *paper, struct arena *own,
			struct err *err)
{
	struct taken *taken = user;
	ck_assert_uint_eq(index, taken->n);
	ck_assert_ptr_nonnull(own);
	ck_assert_ptr_nonnull(paper->path);
	char sign = status ? '!' : paper->text.p ? paper->text.p[0] : '=';
	taken->order[taken->n++] = sign;
	return index == taken->stop ? err_set(err, E_DB, "stop") : OK;
}

static bool is_known(void *user, const char *sha256)
{
	struct taken *taken = user;
	taken->known++;
	/* The SHA-256 of "abc". */
	return strcmp(sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad") == 0;
}

/* Twenty PDFs "A" to "T", of which the fourth is damaged, the fifth a text and the sixth a text that is known. */
static struct paths many(void)
{
	struct paths paths = {0};
	for (char letter = 'A'; letter <= 'T'; letter++) {
		const char *text = arena_printf(arena, "%c", letter);
		struct slice bytes = letter == 'D'   ? SLICE("%PDF-1.4 \1")
				     : letter == 'E' ? SLICE("Ex")
				     : letter == 'F' ? SLICE("abc")
						     : pdf_one(text);
		*list_push(arena, &paths) = scratch_write(text, bytes);
	}
	return paths;
}

START_TEST(papers_are_handed_over_in_order_however_many_children)
{
	static const int jobs[] = {-1, 1, 2, 7, 1000};
	struct taken taken = {.stop = SIZE_MAX};
	struct paths paths = many();
	struct ingest_sink sink = {.take = take, .known = is_known, .user = &taken};
	ck_assert_int_eq(ingest_read_all(&paths, jobs[_i], &sink, NULL), OK);
	ck_assert_str_eq(taken.order, "ABC!E=GHIJKLMNOPQRST");
	ck_assert_uint_eq(taken.known, 20);
	ck_assert_int_eq(waitpid(-1, NULL, WNOHANG), -1);
}
END_TEST

START_TEST(a_sink_that_refuses_stops_all_and_leaves_no_child)
{
	struct taken taken = {.stop = 2};
	struct err err = {0};
	struct paths paths = many();
	struct ingest_sink sink = {.take = take, .user = &taken};
	ck_assert_int_eq(ingest_read_all(&paths, 4, &sink, &err), E_DB);
	ck_assert_str_eq(err.msg, "stop");
	ck_assert_uint_eq(taken.n, 3);
	ck_assert_int_eq(waitpid(-1, NULL, WNOHANG), -1);
}
END_TEST

static enum status take_hash(void *user, size_t index, enum status status, struct paper *paper, struct arena *own,
			     struct err *err)
{
	(void)index, (void)own, (void)err;
	ck_assert_int_eq(status, E_INVALID);
	snprintf(user, SHA256_TEXT, "%s", paper->sha256);
	return OK;
}

START_TEST(a_file_that_is_refused_comes_with_its_hash)
{
	char hash[SHA256_TEXT] = "";
	struct paths paths = {0};
	struct ingest_sink sink = {.take = take_hash, .user = hash};
	*list_push(arena, &paths) = scratch_write("x.png", SLICE("\x89PNG\r\n"));
	ck_assert_int_eq(ingest_read_all(&paths, 1, &sink, NULL), OK);
	ck_assert_str_eq(hash, "823ceb99fcef5252333ede1b2202341c3b287b6d47571963e6b0ddf393a24f82");
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("ingest");
	TCase *tc = tcase_create("ingest");
	tcase_set_timeout(tc, 60);
	tcase_add_checked_fixture(tc, scratch_make, scratch_remove);
	tcase_add_test(tc, a_pdf_gives_text_pages_and_the_hash_of_its_bytes);
	tcase_add_test(tc, a_text_gives_itself);
	tcase_add_test(tc, standard_input_is_read_from_a_pipe);
	tcase_add_test(tc, a_file_that_cannot_be_read_says_why);
	tcase_add_test(tc, a_pdf_without_its_end_is_read_when_whole_otherwise_and_said);
	tcase_add_loop_test(tc, a_child_that_misbehaves_costs_one_line, 0, (int)ARRAY_SIZE(children));
	tcase_add_test(tc, a_child_has_limits_and_three_descriptors_only);
	tcase_add_test(tc, a_child_is_ended_at_its_deadline_with_all_it_started);
	tcase_add_test(tc, without_pdftotext_the_package_is_named);
	tcase_add_test(tc, an_ignored_sigchld_does_no_harm_and_stays);
	tcase_add_loop_test(tc, papers_are_handed_over_in_order_however_many_children, 0, 5);
	tcase_add_test(tc, a_sink_that_refuses_stops_all_and_leaves_no_child);
	tcase_add_test(tc, a_child_that_never_stops_complaining_does_not_hold_others_up);
	tcase_add_test(tc, a_file_that_is_refused_comes_with_its_hash);
	suite_add_tcase(suite, tc);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failures = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failures != 0;
}
