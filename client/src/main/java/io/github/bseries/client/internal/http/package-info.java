// SPDX-License-Identifier: Apache-2.0
/**
 * One HTTP call: how it is sent, and how it ended. The only package that knows the HTTP library.
 *
 * <p>A call that got no answer is a result and not an exception, since what was sent and what came
 * back by then decides what may be said of it. This package knows nothing of appliances.
 */
@NullMarked
package io.github.bseries.client.internal.http;

import org.jspecify.annotations.NullMarked;
