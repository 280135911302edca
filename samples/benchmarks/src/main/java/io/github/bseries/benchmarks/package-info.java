// SPDX-License-Identifier: Apache-2.0
/**
 * What the client costs, against the least that a program can do. Reaches into the client's
 * internals where only a part of it is measured; nobody else may.
 */
@NullMarked
package io.github.bseries.benchmarks;

import org.jspecify.annotations.NullMarked;
