// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.IpAddress;

/**
 * One link of the simulated network, by its name.
 *
 * @param name {@code a-b} between the two appliances, {@code client-a} and {@code client-b} from
 *     the API client to either, {@code client-site} from everybody to the name of the site, {@code
 *     a-ADDRESS} and {@code b-ADDRESS} from either to a network connectivity test IP
 * @since 0.1
 */
public record SimulatedLink(String name) {

  /** The link between the two appliances. */
  public static final SimulatedLink PEERS = new SimulatedLink("a-b");

  /** The link from the API client to {@code a}. */
  public static final SimulatedLink CLIENT_TO_A = new SimulatedLink("client-a");

  /** The link from the API client to {@code b}. */
  public static final SimulatedLink CLIENT_TO_B = new SimulatedLink("client-b");

  /** The link from clients and users to the name of the site. */
  public static final SimulatedLink CLIENT_TO_SITE = new SimulatedLink("client-site");

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException if there is no such link
   */
  public SimulatedLink {
    switch (requireNonNull(name, "name")) {
      case "a-b", "client-a", "client-b", "client-site" -> {}
      default -> {
        if (!name.startsWith("a-") && !name.startsWith("b-")) {
          throw new IllegalArgumentException(
              "link is \""
                  + name
                  + "\", must be one of a-b, client-a, client-b, client-site, a-IP, b-IP");
        }
        name = name.substring(0, 2) + IpAddress.parse(name.substring(2)).text();
      }
    }
  }

  /** Returns the link from an appliance to a network connectivity test IP. */
  static SimulatedLink toTestIp(String label, IpAddress ip) {
    return new SimulatedLink(label + "-" + ip.text());
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return name;
  }
}
