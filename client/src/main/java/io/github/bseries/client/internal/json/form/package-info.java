// SPDX-License-Identifier: Apache-2.0
/**
 * The machinery of the JSON forms that people keep in files: it reads a text into a tree, hands the
 * members of objects out by name, and collects all that is wrong with its path. What the members
 * mean is the business of who uses it. Knows no value of the core.
 *
 * <p>Messages show the values they are about, but never one that may be a secret.
 */
@NullMarked
package io.github.bseries.client.internal.json.form;

import org.jspecify.annotations.NullMarked;
