// SPDX-License-Identifier: Apache-2.0
/** Programs to run and to read. Each shows one thing, and does it against a simulated pair. */
@NullMarked
package io.github.bseries.samples;

import org.jspecify.annotations.NullMarked;
