// SPDX-License-Identifier: Apache-2.0
/**
 * The XML answers of the command API, read into values of the core. The only package that knows
 * JAXB.
 */
@NullMarked
package io.github.bseries.client.internal.xml;

import org.jspecify.annotations.NullMarked;
