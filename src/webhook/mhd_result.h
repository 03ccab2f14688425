/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The return type of libmicrohttpd's functions and callbacks: int before 0.9.71, as in Ubuntu
 * 20.04.
 */
#ifndef WEBHOOK_MHD_RESULT_H
#define WEBHOOK_MHD_RESULT_H

#include <microhttpd.h>

#if MHD_VERSION < 0x00097002
typedef int mhd_result;
#else
typedef enum MHD_Result mhd_result;
#endif

#endif
