// SPDX-License-Identifier: Apache-2.0
/** Small files that are read whole and replaced whole. Knows nothing of what stands in them. */
@NullMarked
package io.github.bseries.client.internal.file;

import org.jspecify.annotations.NullMarked;
