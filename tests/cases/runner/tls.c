/* SPDX-License-Identifier: Apache-2.0 */
#include "tls.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <stdio.h>
#include <string.h>

enum { DAY = 24 * 3600 };

static const char good_names[] =
	"IP:127.0.0.1,IP:::1,DNS:localhost,DNS:api.pagerduty.com,DNS:api.eu.pagerduty.com,"
	"DNS:events.pagerduty.com,DNS:events.eu.pagerduty.com,DNS:identity.pagerduty.com,"
	"DNS:*.pagerduty.test";

/* What a kind of certificate changes; 0: nothing. */
static const struct kind {
	const char *name;
	const char *names; /* names of the certificate; NULL: good_names */
	long from, until; /* seconds from now; both 0: a day before and after now */
	bool self_signed;
	bool unknown_authority; /* signed by an authority whose certificate is not in the file */
	int version_most;
} kinds[] = {
	{ .name = "valid" },
	{ .name = "wrong-host", .names = "DNS:elsewhere.example" },
	{ .name = "expired", .from = -20L * DAY, .until = -10L * DAY },
	{ .name = "not-yet-valid", .from = 10L * DAY, .until = 20L * DAY },
	{ .name = "self-signed", .self_signed = true },
	{ .name = "unknown-ca", .unknown_authority = true },
	{ .name = "tls1.0", .version_most = TLS1_VERSION },
	{ .name = "tls1.1", .version_most = TLS1_1_VERSION },
	{ .name = "tls1.2", .version_most = TLS1_2_VERSION },
};

struct identity {
	EVP_PKEY *key;
	X509 *certificate;
};

static bool add_extension(X509 *certificate, int nid, const char *value)
{
	X509_EXTENSION *extension = X509V3_EXT_conf_nid(NULL, NULL, nid, value);
	bool added = extension && X509_add_ext(certificate, extension, -1);

	X509_EXTENSION_free(extension);
	return added;
}

/* If signer is NULL, the certificate signs itself. If names is NULL, it is an authority. */
static bool make_identity(struct identity *identity, const char *common_name, const char *names,
	const struct identity *signer, const struct kind *kind)
{
	bool times = kind->from || kind->until;
	X509 *certificate = X509_new();
	EVP_PKEY *key = EVP_EC_gen("P-256");
	X509_NAME *name = certificate ? X509_get_subject_name(certificate) : NULL;

	*identity = (struct identity){ key, certificate };
	if (!signer)
		signer = identity;
	return key && name && X509_set_version(certificate, 2) &&
	       ASN1_INTEGER_set(X509_get_serialNumber(certificate), names ? 2 : 1) &&
	       X509_gmtime_adj(X509_getm_notBefore(certificate), times ? kind->from : (long)-DAY) &&
	       X509_gmtime_adj(X509_getm_notAfter(certificate), times ? kind->until : (long)DAY) &&
	       X509_NAME_add_entry_by_txt(
		       name, "CN", MBSTRING_ASC, (const unsigned char *)common_name, -1, -1, 0) &&
	       X509_set_issuer_name(certificate, X509_get_subject_name(signer->certificate)) &&
	       X509_set_pubkey(certificate, key) &&
	       (names ? add_extension(certificate, NID_subject_alt_name, names)
		      : add_extension(certificate, NID_basic_constraints, "critical,CA:TRUE")) &&
	       X509_sign(certificate, signer->key, EVP_sha256());
}

static bool write_certificate(const char *path, X509 *certificate)
{
	FILE *file = fopen(path, "we");
	bool written = file && PEM_write_X509(file, certificate);

	return file && fclose(file) == 0 && written;
}

static SSL_CTX *make_context(const struct kind *kind, const char *ca_path)
{
	static const struct kind ordinary = { 0 };
	struct identity authority, other, server;
	SSL_CTX *context = SSL_CTX_new(TLS_server_method());

	if (!context || !make_identity(&authority, "Test authority", NULL, NULL, &ordinary) ||
		!make_identity(&other, "Another authority", NULL, NULL, &ordinary) ||
		!make_identity(&server, "Test server", kind->names ? kind->names : good_names,
			kind->self_signed         ? NULL
			: kind->unknown_authority ? &other
						  : &authority,
			kind) ||
		!write_certificate(ca_path, authority.certificate))
		return NULL;
	if (kind->version_most) {
		/* OpenSSL 3 uses these old versions only at the lowest security level. */
		SSL_CTX_set_security_level(context, 0);
		(void)SSL_CTX_set_min_proto_version(context, 0);
		(void)SSL_CTX_set_max_proto_version(context, kind->version_most);
	}
	return SSL_CTX_use_certificate(context, server.certificate) == 1 &&
			       SSL_CTX_use_PrivateKey(context, server.key) == 1
		       ? context
		       : NULL;
}

SSL_CTX *tls_context(const char *kind, const char *ca_path, struct text *why)
{
	for (size_t i = 0; i < COUNT(kinds); i++) {
		if (strcmp(kinds[i].name, kind) != 0)
			continue;
		SSL_CTX *context = make_context(&kinds[i], ca_path);
		if (!context)
			(void)text_addf(why, "TLS: %s", ERR_error_string(ERR_get_error(), NULL));
		return context;
	}
	(void)text_addf(why, "tls: there is no kind \"%s\"", kind);
	return NULL;
}
