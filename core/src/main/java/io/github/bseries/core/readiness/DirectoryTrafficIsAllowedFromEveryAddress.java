// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.Appliance;
import io.github.bseries.core.pair.DeclaredFacts;
import io.github.bseries.core.pair.DirectoryTraffic;
import io.github.bseries.core.pair.IpAddress;
import io.github.bseries.core.pair.PairSide;
import java.util.List;
import java.util.stream.Stream;

/** It leaves from any of them; where one is blocked, users cannot log in, sometimes. */
final class DirectoryTrafficIsAllowedFromEveryAddress implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "network.directory-traffic-from-every-address",
          Severity.WARNING,
          "The directory of users is reached from every address of both sides",
          "Have firewalls let the directory traffic, such as LDAPS on TCP port 636, through from"
              + " every address of both appliances, the shared IP too.",
          "S1 \"Set Up a Shared IP Address for Failover B Series Appliance Configuration\"");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return EachSide.judge(side -> judge(facts, side));
  }

  private static Verdict judge(PairFacts facts, PairSide side) {
    return facts
        .attested(side, "directory traffic", DeclaredFacts::directoryTraffic)
        .judge(
            traffic ->
                traffic.used()
                    ? Verdict.all(
                        Stream.of(
                                ownAddress(facts, side),
                                facts.attested(
                                    side, "IP configuration", DeclaredFacts::ipConfiguration),
                                sharedIps(facts))
                            .map(ips -> ips.judge(EachSide.told(side, it -> judge(traffic, it))))
                            .toList())
                    : Verdict.passed(side.title() + ": no directory is used"));
  }

  private static Fact<List<IpAddress>> ownAddress(PairFacts facts, PairSide side) {
    return EachSide.<IpAddress>declared(facts, side, "own IP address", Appliance::ip).map(List::of);
  }

  private static Fact<List<IpAddress>> sharedIps(PairFacts facts) {
    return facts
        .declaredPair()
        .map(
            pair ->
                pair.cutover()
                    .fold(shared -> List.of(shared.address()), d -> List.of(), n -> List.of()));
  }

  private static Verdict judge(DirectoryTraffic traffic, List<IpAddress> ips) {
    List<IpAddress> blocked =
        ips.stream().filter(ip -> !traffic.allowedFrom().contains(ip)).toList();
    return Verdict.of(
        blocked.isEmpty(),
        "let through from " + traffic.allowedFrom(),
        "not let through from " + blocked);
  }
}
