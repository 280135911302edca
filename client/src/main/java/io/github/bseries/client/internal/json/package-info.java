// SPDX-License-Identifier: Apache-2.0
/** The JSON answers of the API: tokens and errors. The only package that knows the JSON library. */
@NullMarked
package io.github.bseries.client.internal.json;

import org.jspecify.annotations.NullMarked;
