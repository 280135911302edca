// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.Appliance;
import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.core.pair.AppliancePair;
import io.github.bseries.core.pair.IpAddress;
import io.github.bseries.core.pair.PairSide;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An address that is shared, or that moves with the role, leads to the wrong appliance in the
 * moment that counts.
 */
final class OwnAddressesAreUnique implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.blocker(
          "pair.own-addresses-are-unique",
          "Each appliance has an address of its own, which is neither the site's name nor one that"
              + " moves with the role",
          "Give each appliance a unique IP address that stays enabled (Networking > IP"
              + " Configuration), and declare that one, or a name that leads to it.",
          "S1 \"Set Up a Shared IP Address for Failover B Series Appliance Configuration\", S1"
              + " \"Set Up NAT Swing for Failover B Series Appliance Configuration\"");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return facts
        .declaredPair()
        .judge(
            pair ->
                Verdict.all(
                    List.of(
                        differ(pair),
                        isOwn(pair, pair.normalPrimary(), PairSide.NORMAL_PRIMARY),
                        isOwn(pair, pair.normalBackup(), PairSide.NORMAL_BACKUP))));
  }

  private static Verdict differ(AppliancePair pair) {
    ApplianceAddress one = pair.normalPrimary().address();
    ApplianceAddress other = pair.normalBackup().address();
    IpAddress ip = pair.normalPrimary().ip();
    if (one.host().equals(other.host()) && one.port() == other.port()) {
      return Verdict.violated("both are declared at " + one);
    }
    return Verdict.of(
        ip == null || !ip.equals(pair.normalBackup().ip()),
        "normal primary is at " + one + ", normal backup is at " + other,
        "both have the IP address " + ip);
  }

  private static Verdict isOwn(AppliancePair pair, Appliance appliance, PairSide side) {
    String host = appliance.address().host();
    if (host.equals(pair.siteHostName())) {
      return Verdict.violated(side.title() + " is declared at the site's name " + host);
    }
    return pair.cutover()
        .fold(
            shared -> isNot(shared.address(), appliance, side),
            dns ->
                host.equals(dns.hostName())
                    ? Verdict.violated(
                        side.title() + " is declared at " + host + ", which the DNS swing moves")
                    : kept(side, host),
            nat -> isNotTranslated(nat.publicAddress(), appliance, side));
  }

  private static Verdict isNotTranslated(
      @Nullable IpAddress publicAddress, Appliance appliance, PairSide side) {
    String host = appliance.address().host();
    IpAddress called = ipOf(host);
    if (publicAddress == null) {
      return called == null
          ? kept(side, host)
          : Verdict.notJudged("public address of the NAT swing: not declared");
    }
    return Verdict.of(
        !publicAddress.equals(called) && !publicAddress.equals(appliance.ip()),
        host + " is the address of the " + side.title() + " alone",
        side.title() + " is declared at " + publicAddress + ", which the NAT swing moves");
  }

  private static Verdict isNot(IpAddress shared, Appliance appliance, PairSide side) {
    IpAddress ip = appliance.ip();
    String host = appliance.address().host();
    if (shared.equals(ip) || shared.text().equals(host)) {
      return Verdict.violated(side.title() + " is declared at the shared IP " + shared);
    }
    return ip == null
        ? Verdict.notJudged("own IP address of the " + side.title() + ": not declared")
        : kept(side, host);
  }

  private static Verdict kept(PairSide side, String host) {
    return Verdict.passed(host + " is the address of the " + side.title() + " alone");
  }

  private static @Nullable IpAddress ipOf(String host) {
    try {
      return IpAddress.parse(host);
    } catch (IllegalArgumentException e) {
      return null; // it is a name; nobody looks up here where it leads to
    }
  }
}
