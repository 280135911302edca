// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.http;

import java.io.IOException;
import java.io.InputStream;

/**
 * Makes something of the body of an answer while it comes in.
 *
 * @param <T> what it makes
 */
@FunctionalInterface
public interface BodyReader<T> {

  /**
   * Reads the body, to its end or as far as it is wanted.
   *
   * @throws IOException if what is made of the body fails, a full disk for instance. What the
   *     stream itself throws has to be passed on
   */
  T read(AnswerHead head, InputStream body) throws IOException;
}
