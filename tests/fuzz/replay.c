/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Runs a fuzz target once for each given file, and for each file of each given folder, so that
 * faults found before stay fixed.
 */
#include "fuzz.h"

#include "base/text.h"

#include <dirent.h>
#include <string.h>

static void die(const char *name)
{
	perror(name);
	exit(1);
}

/*
 * Copy the bytes into memory of exactly their size, so that a sanitizer or valgrind finds a read
 * beyond the end.
 */
static void run_file(const char *name)
{
	FILE *file = fopen(name, "rb");
	char part[4096];
	size_t len;
	scoped(text_done) struct text text = TEXT(TEXT_ANY);

	if (!file)
		die(name);
	while ((len = fread(part, 1, sizeof(part), file)) > 0)
		(void)text_add_bytes(&text, part, len);
	if (ferror(file) || text.failed)
		die(name);
	(void)fclose(file);
	(void)fprintf(stderr, "%s\n", name);
	uint8_t *exact = malloc(text.len ? text.len : 1);
	if (!exact)
		die(name);
	memcpy(exact, text_string(&text), text.len);
	(void)LLVMFuzzerTestOneInput(exact, text.len);
	free(exact);
}

static int run_folder(DIR *folder, const char *name)
{
	int count = 0;

	for (struct dirent *entry; (entry = readdir(folder));) {
		scoped(text_done) struct text path = TEXT(TEXT_ANY);

		if (*entry->d_name == '.')
			continue;
		if (!text_addf(&path, "%s/%s", name, entry->d_name))
			die(name);
		run_file(path.data);
		count++;
	}
	return count;
}

int main(int argc, char **argv)
{
	int count = 0;

	for (int i = 1; i < argc; i++) {
		DIR *folder = opendir(argv[i]);

		if (folder) {
			count += run_folder(folder, argv[i]);
			(void)closedir(folder);
		} else {
			run_file(argv[i]);
			count++;
		}
	}
	(void)printf("%d inputs\n", count);
	/* An empty corpus would be a test that cannot fail. */
	return count ? 0 : 1;
}
