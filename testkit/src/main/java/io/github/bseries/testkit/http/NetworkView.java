// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import io.github.bseries.testkit.LinkState;
import io.github.bseries.testkit.SimulatedAppliance;
import io.github.bseries.testkit.SimulatedLink;
import io.github.bseries.testkit.SimulatedPair;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a pair says of its network in one moment.
 *
 * @param number the place of that moment among those that were looked at
 * @param sides what there is for each appliance, by its label
 * @param siteLink what the link from the client to the site does
 * @param holder the label of the appliance that is reached by the site's name; null if none is
 */
record NetworkView(
    long number, Map<String, Side> sides, LinkState siteLink, @Nullable String holder) {

  NetworkView {
    sides = Map.copyOf(sides);
  }

  /** Looks at the pair, in one moment of it. */
  static NetworkView of(SimulatedPair pair, long number) {
    Map<String, Side> sides = new LinkedHashMap<>();
    for (SimulatedAppliance each : pair.appliances()) {
      boolean accepts = each.isOn() && !pair.callFaults().refusesConnections(each.label());
      SimulatedLink link = new SimulatedLink("client-" + each.label());
      sides.put(each.label(), new Side(pair.linkState(link), accepts));
    }
    String holder =
        pair.siteHolder()
            .map(SimulatedAppliance::label)
            .filter(label -> side(sides, label).accepts())
            .orElse(null);
    return new NetworkView(number, sides, pair.linkState(SimulatedLink.CLIENT_TO_SITE), holder);
  }

  Side side(String label) {
    return side(sides, label);
  }

  private static Side side(Map<String, Side> sides, String label) {
    Side found = sides.get(label);
    if (found == null) {
      throw new IllegalArgumentException("label is \"" + label + "\", must be one of the pair's");
    }
    return found;
  }

  /**
   * One appliance in it.
   *
   * @param link what the link from the client to it does
   * @param accepts whether it accepts connections
   */
  record Side(LinkState link, boolean accepts) {}
}
