// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.http;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the body of an answer, as far as anybody here asks for it.
 *
 * @param status the HTTP status
 * @param date the server's clock, from {@code Date}; null without one
 * @param contentEncoding the {@code Content-Encoding}; null without one
 * @param server the address that answered, of those that the host name may have; null if not known
 * @param retryAfter how long the server asks to wait, from {@code Retry-After}; null without one
 * @param callsRemaining {@code X-RateLimit-Remaining}; null without one
 * @param callsLimit {@code X-RateLimit-Limit}; null without one
 * @param contentDisposition the {@code Content-Disposition}; null without one
 * @param bodyBytes the length of the body in bytes, as was told before it; null if it was not
 * @param chunked whether the body comes in chunks, of which the last one is marked
 */
public record AnswerHead(
    int status,
    @Nullable Instant date,
    @Nullable String contentEncoding,
    @Nullable InetAddress server,
    @Nullable Duration retryAfter,
    @Nullable Long callsRemaining,
    @Nullable Long callsLimit,
    @Nullable String contentDisposition,
    @Nullable Long bodyBytes,
    boolean chunked) {}
