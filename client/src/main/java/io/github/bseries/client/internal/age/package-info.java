// SPDX-License-Identifier: Apache-2.0
/** The encryption of files in the format of age: the one place that knows the library for it. */
@NullMarked
package io.github.bseries.client.internal.age;

import org.jspecify.annotations.NullMarked;
