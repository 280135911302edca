// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.json.form;

/**
 * One thing that is wrong with a text.
 *
 * @param path where, as a JSON path: {@code $.normalPrimary.address}; {@code $} is the whole
 * @param message what is wrong with it, and what is allowed
 */
public record Problem(String path, String message) {}
