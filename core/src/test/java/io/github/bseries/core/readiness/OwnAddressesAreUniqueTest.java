// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.WellKept.SHARED_IP;
import static io.github.bseries.core.readiness.WellKept.factsOf;
import static io.github.bseries.core.readiness.WellKept.pair;

import io.github.bseries.core.pair.Appliance;
import io.github.bseries.core.pair.DnsSwing;
import io.github.bseries.core.pair.IpAddress;
import io.github.bseries.core.pair.NatSwing;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OwnAddressesAreUniqueTest {

  private static final Rule RULE = new OwnAddressesAreUnique();

  @Test
  void the_well_kept_pair_passes() {
    passes(RULE, WellKept.facts(), "normal primary is at https://site1.example.com:443");
  }

  @Test
  void one_address_for_both_breaks_it() {
    violates(
        RULE,
        backupAt("site1.example.com", "12.12.1.51/24"),
        "both are declared at https://site1.example.com:443");
    violates(
        RULE,
        backupAt("site2.example.com", "12.12.1.50/24"),
        "both have the IP address 12.12.1.50");
  }

  @Test
  void the_name_of_the_site_is_nobodys_own() {
    violates(
        RULE,
        backupAt("support.example.com", "12.12.1.51/24"),
        "normal backup is declared at the site's name support.example.com");
  }

  @Test
  void the_shared_ip_is_nobodys_own() {
    violates(
        RULE,
        backupAt("site2.example.com", SHARED_IP + "/24"),
        "normal backup is declared at the shared IP 12.12.1.52");
    violates(
        RULE,
        factsOf(pair().withNormalPrimary(Appliance.at(SHARED_IP))),
        "normal primary is declared at the shared IP");
  }

  @Test
  void beside_a_shared_ip_the_own_ip_must_be_known() {
    lacks(
        RULE,
        factsOf(pair().withNormalBackup(Appliance.at("site2.example.com"))),
        "own IP address of the normal backup: not declared");
  }

  @Test
  void without_a_shared_ip_the_names_are_enough() {
    passes(
        RULE,
        factsOf(
            pair().toBuilder()
                .cutover(new NatSwing(null))
                .normalBackup(Appliance.at("site2.example.com"))
                .build()),
        "site2.example.com is the address of the normal backup alone");
  }

  @Test
  void the_address_that_a_nat_swing_moves_is_nobodys_own() {
    NatSwing nat = new NatSwing(IpAddress.parse("203.0.113.5"));
    violates(
        RULE,
        factsOf(pair().toBuilder().cutover(nat).normalPrimary(Appliance.at("203.0.113.5")).build()),
        "normal primary is declared at 203.0.113.5, which the NAT swing moves");
    violates(
        RULE,
        factsOf(
            pair().toBuilder()
                .cutover(nat)
                .normalBackup(Appliance.at("site2.example.com", "203.0.113.5/24"))
                .build()),
        "normal backup is declared at 203.0.113.5");
    passes(RULE, factsOf(pair().toBuilder().cutover(nat).build()), "is the address of the normal");
  }

  @Test
  void an_ip_is_not_judged_where_the_one_that_moves_is_not_declared() {
    lacks(
        RULE,
        factsOf(
            pair().toBuilder()
                .cutover(new NatSwing(null))
                .normalPrimary(Appliance.at("203.0.113.5"))
                .build()),
        "public address of the NAT swing: not declared");
  }

  @Test
  void the_name_that_a_dns_swing_moves_is_nobodys_own() {
    violates(
        RULE,
        factsOf(
            pair().toBuilder()
                .cutover(new DnsSwing("live.example.com", Duration.ZERO))
                .normalPrimary(Appliance.at("live.example.com"))
                .build()),
        "normal primary is declared at live.example.com, which the DNS swing moves");
  }

  @Test
  void two_ports_of_one_machine_are_two_addresses() {
    passes(
        RULE,
        factsOf(
            pair().toBuilder()
                .cutover(new NatSwing(null))
                .normalBackup(Appliance.at("site1.example.com:8443"))
                .build()),
        "normal backup is at https://site1.example.com:8443");
  }

  @Test
  void without_a_pair_it_is_not_judged() {
    lacks(RULE, WellKept.facts().toBuilder().pair(null).build(), "no pair was declared");
  }

  private static PairFacts backupAt(String host, String ip) {
    return factsOf(pair().withNormalBackup(Appliance.at(host, ip)));
  }
}
