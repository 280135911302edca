// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

/** What the failover guide says of more than one way to bring users to the new primary. */
final class CutoverFacts {

  static final String METHODS =
      "S1 \"Methods of Network Configuration for B Series Appliance Failover\"";

  static final SourcedFact LINKS_STAY =
      new SourcedFact("Links with the name of the site go on working.", METHODS);

  static final SourcedFact ADDRESS_LINKS_STAY =
      new SourcedFact("Links with the address of the site go on working too.", METHODS);

  static final SourcedFact NO_DNS_LAG =
      new SourcedFact("Nobody has to wait until a DNS entry has spread.", METHODS);

  static final SourcedFact ANY_SUBNET =
      new SourcedFact("The appliances may be on different subnets.", METHODS);

  static final SourcedFact OUTSIDE_CHANGE =
      new SourcedFact(
          "Somebody has to change the network, in step with the change of roles.", METHODS);

  private CutoverFacts() {}
}
