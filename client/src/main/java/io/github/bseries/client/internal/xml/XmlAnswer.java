// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.xml;

/**
 * What a body turned out to be.
 *
 * @param <T> what was hoped for
 */
public sealed interface XmlAnswer<T> {

  /**
   * The answer that was hoped for.
   *
   * @param value it
   * @param <T> the same
   */
  record Understood<T>(T value) implements XmlAnswer<T> {}

  /**
   * The appliance said no: an {@code <error>} as root, or as child of the root.
   *
   * @param words its words
   * @param <T> what was hoped for
   */
  record ErrorTold<T>(String words) implements XmlAnswer<T> {}

  /**
   * Neither.
   *
   * @param reason what is wrong with it
   * @param <T> what was hoped for
   */
  record NotUnderstood<T>(String reason) implements XmlAnswer<T> {}
}
