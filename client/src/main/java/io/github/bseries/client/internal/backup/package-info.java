// SPDX-License-Identifier: Apache-2.0
/** A backup on its way to a file: is it one, and when is the file allowed to be seen. */
@NullMarked
package io.github.bseries.client.internal.backup;

import org.jspecify.annotations.NullMarked;
