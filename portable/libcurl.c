/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A library of libcurl's name and function names, to link the portable program against: without
 * the symbol versions that Debian's own libcurl has and Red Hat's has not. It never runs.
 */
#define F(name)          \
	void name(void); \
	void name(void)  \
	{                \
	}

CURL_FUNCTIONS
