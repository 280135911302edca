// SPDX-License-Identifier: Apache-2.0
/**
 * The JSON answers of the API: tokens and errors. Only this package and those below it know the
 * JSON library.
 */
@NullMarked
package io.github.bseries.client.internal.json;

import org.jspecify.annotations.NullMarked;
