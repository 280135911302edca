// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.json.form;

import org.jspecify.annotations.Nullable;

/**
 * How a value is written in JSON, for reading.
 *
 * @param <T> the value
 */
@FunctionalInterface
public interface Form<T> {

  /** Returns the value at this place; null if it is none, which the place was told. */
  @Nullable T read(Place place);
}
