// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

/**
 * The XML namespace in which an appliance answers. Documents and recordings disagree, so a client
 * has to ignore it.
 *
 * @since 0.1
 */
public enum ApiNamespace {
  /**
   * That of a recording of 2019.
   *
   * @source W-RAGMOB, W-AXON
   */
  RECORDED("http://www.bomgar.com/namespaces/API/"),

  /**
   * That of the documents; never seen on the wire.
   *
   * @source D-CMD, D-CMD-PRA
   */
  DOCUMENTED("https://www.beyondtrust.com/namespaces/API/"),

  /**
   * That of newer appliances.
   *
   * @source W-SEKOIA, W-FRODE (for reports); assumed: for commands as well
   */
  NEWER("http://www.beyondtrust.com/sra/namespaces/API/"),

  /**
   * None at all.
   *
   * @source W-HORN
   */
  NONE("");

  private final String base;

  ApiNamespace(String base) {
    this.base = base;
  }

  /** Returns the namespace of the Command API; empty if there is none. */
  public String command() {
    return base.isEmpty() ? "" : base + "command";
  }
}
