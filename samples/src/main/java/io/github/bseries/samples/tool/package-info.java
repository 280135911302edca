// SPDX-License-Identifier: Apache-2.0
/** The command-line tool: options in, calls of the client, text or JSON out. */
@NullMarked
package io.github.bseries.samples.tool;

import org.jspecify.annotations.NullMarked;
