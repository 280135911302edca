// SPDX-License-Identifier: Apache-2.0
/**
 * Changing roles: what is asked of an appliance, and what became of it.
 *
 * <p>Values only: the client sends the request and makes the result. This package may use every
 * other package of the module; none of them may use it.
 */
@NullMarked
package io.github.bseries.core.failover;

import org.jspecify.annotations.NullMarked;
