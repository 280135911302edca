// SPDX-License-Identifier: Apache-2.0
/** The access token: kept for its life, fetched once however many threads ask. */
@NullMarked
package io.github.bseries.client.internal.auth;

import org.jspecify.annotations.NullMarked;
