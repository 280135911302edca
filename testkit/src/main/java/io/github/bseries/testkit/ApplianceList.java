// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.AtlasRole;
import io.github.bseries.core.pair.FailoverRole;
import java.util.ArrayList;
import java.util.List;

/** The appliances of a site, as one of them lists them. The pair's lock guards it. */
final class ApplianceList {

  private ApplianceList() {}

  static List<ListedAppliance> of(ApplianceState asked, PairMachine machine) {
    PairSettings settings = machine.settings();
    AtlasRole part = settings.trafficNode() ? AtlasRole.PRIMARY : AtlasRole.SINGLE;
    boolean clustered = settings.trafficNode();
    List<ListedAppliance> list = new ArrayList<>();
    list.add(listed(asked, settings, part, asked.role(), !clustered || machine.serves(asked)));
    ApplianceState peer = machine.peerOf(asked);
    if (peer != null && asked.role() != FailoverRole.NONE) {
      boolean lost = !machine.areInTouch();
      if (!lost) {
        list.add(listed(peer, settings, part, peer.role(), !clustered || machine.serves(peer)));
      } else if (!machine.assumes(AssumedBehaviour.NOT_LISTED)) {
        FailoverRole told =
            machine.assumes(AssumedBehaviour.LISTED_AS_LAST_SEEN)
                ? asked.lastSeenRoleOfPeer()
                : FailoverRole.NONE;
        list.add(listed(peer, settings, part, told, !clustered));
      }
    }
    if (clustered) {
      list.add(trafficNode(settings));
    }
    return List.copyOf(list);
  }

  private static ListedAppliance listed(
      ApplianceState appliance,
      PairSettings settings,
      AtlasRole part,
      FailoverRole role,
      boolean accepting) {
    return new ListedAppliance(
        appliance.id(), appliance.hostName(), settings.siteName(), part, role, accepting, 0);
  }

  private static ListedAppliance trafficNode(PairSettings settings) {
    String id = new SeededValues(settings.seed(), "id traffic").hex(32);
    return new ListedAppliance(
        new ApplianceId(id),
        "appliance-traffic",
        "traffic." + settings.siteName(),
        AtlasRole.TRAFFIC,
        FailoverRole.NONE,
        true,
        0);
  }
}
