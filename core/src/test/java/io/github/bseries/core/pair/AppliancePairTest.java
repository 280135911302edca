// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AppliancePairTest {

  private static final Appliance SITE_1 = Appliance.at("site1.example.com", "12.12.1.50/24");
  private static final Appliance SITE_2 = Appliance.at("site2.example.com", "12.12.1.51/24");

  @Test
  void the_shared_ip_example_of_the_guide_is_a_pair() {
    AppliancePair pair =
        AppliancePair.builder()
            .siteHostName("support.example.com")
            .normalPrimary(Appliance.at("site1.example.com", "12.12.1.50/24"))
            .normalBackup(Appliance.at("site2.example.com", "12.12.1.51/24"))
            .cutover(SharedIp.at("12.12.1.52"))
            .build();

    assertThat(pair.isOnOneSubnet()).isTrue();
    assertThat(pair.normalPrimary().ip()).isEqualTo(new IpAddress("12.12.1.50"));
    assertThat(pair.normalBackup().subnet()).isEqualTo(Subnet.parse("12.12.1.0/24"));
    assertThat(pair.cutover()).isEqualTo(new SharedIp(new IpAddress("12.12.1.52")));
  }

  @Test
  void the_dns_swing_example_of_the_guide_is_a_pair() {
    AppliancePair pair =
        AppliancePair.builder()
            .siteHostName("support.example.com")
            .normalPrimary(Appliance.at("https://12.12.1.50").withName("site1.example.com"))
            .normalBackup(Appliance.at("https://12.12.1.51").withName("site2.example.com"))
            .cutover(new DnsSwing("support.example.com", Duration.ofMinutes(5)))
            .build();

    assertThat(pair.appliances())
        .extracting(Appliance::ip)
        .containsExactly(new IpAddress("12.12.1.50"), new IpAddress("12.12.1.51"));
    assertThat(pair.cutover().longestLag()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void the_nat_swing_example_of_the_guide_is_a_pair() {
    AppliancePair pair =
        AppliancePair.builder()
            .siteHostName("support.example.com")
            .normalPrimary(Appliance.at("site1.example.com", "192.168.1.50/255.255.255.0"))
            .normalBackup(Appliance.at("site2.example.com", "192.168.1.51/255.255.255.0"))
            .cutover(new NatSwing(null))
            .build();

    assertThat(pair.isOnOneSubnet()).isTrue();
    assertThat(pair.cutover().needsOutsideChange()).isTrue();
  }

  @Test
  void subnets_that_differ_are_told_from_subnets_that_are_not_known() {
    AppliancePair pair = aPair().build();
    AppliancePair apart = pair.withNormalBackup(Appliance.at("site2.example.com", "12.12.2.51/24"));
    AppliancePair unknown = pair.withNormalBackup(Appliance.at("site2.example.com"));
    AppliancePair unknownToo = unknown.withNormalPrimary(Appliance.at("site1.example.com"));

    assertThat(pair.isOnOneSubnet()).isTrue();
    assertThat(pair.isOnTwoSubnets()).isFalse();
    assertThat(apart.isOnOneSubnet()).isFalse();
    assertThat(apart.isOnTwoSubnets()).isTrue();
    assertThat(List.of(unknown, unknownToo, pair.withNormalPrimary(Appliance.at("1.2.3.4"))))
        .noneMatch(AppliancePair::isOnOneSubnet)
        .noneMatch(AppliancePair::isOnTwoSubnets);
  }

  @Test
  void an_appliance_is_found_by_its_id() {
    AppliancePair pair =
        aPair().normalPrimary(SITE_1.withId(MadeUp.ONE)).normalBackup(SITE_2).build();

    assertThat(pair.appliance(MadeUp.ONE)).contains(pair.normalPrimary());
    assertThat(pair.appliance(MadeUp.OTHER)).isEmpty();
  }

  @Test
  void one_appliance_is_no_pair() {
    AppliancePair.Builder twice =
        aPair().normalPrimary(SITE_1.withId(MadeUp.ONE)).normalBackup(SITE_2.withId(MadeUp.ONE));

    assertThatIllegalArgumentException()
        .isThrownBy(twice::build)
        .withMessageEndingWith("; that is one appliance");
  }

  @Test
  void an_unwise_pair_can_be_declared() {
    AppliancePair pair = aPair().normalBackup(SITE_1).cutover(SharedIp.at("12.12.1.50")).build();

    assertThat(pair.normalBackup()).isEqualTo(pair.normalPrimary());
  }

  @Test
  void what_is_missing_is_named() {
    assertThatIllegalStateException()
        .isThrownBy(() -> AppliancePair.builder().build())
        .withMessage("siteHostName is required");
    assertThatIllegalStateException()
        .isThrownBy(() -> AppliancePair.builder().siteHostName("support.example.com").build())
        .withMessage("normalPrimary is required");
  }

  @Test
  void a_site_has_a_name() {
    assertThat(aPair().siteHostName("Support.EXAMPLE.com").build().siteHostName())
        .isEqualTo("support.example.com");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> aPair().siteHostName("12.12.1.52").build())
        .withMessage("siteHostName is \"12.12.1.52\", must be a host name and no IP address");
  }

  @Test
  void an_appliance_is_called_by_its_host_unless_it_has_a_name() {
    assertThat(Appliance.at("https://site1.example.com:8443").name())
        .isEqualTo("site1.example.com");
    assertThat(SITE_1.withName(" Appliance A ").name()).isEqualTo("Appliance A");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SITE_1.withName(" "))
        .withMessage("name is blank");
  }

  @Test
  void an_appliance_behind_a_name_has_no_known_ip() {
    assertThat(Appliance.at("site1.example.com").ip()).isNull();
    assertThat(Appliance.at("[2001:DB8::1]:8443").ip()).isEqualTo(new IpAddress("2001:db8::1"));
  }

  @Test
  void an_ip_outside_its_subnet_is_refused() {
    Subnet other = Subnet.parse("12.12.2.0/24");

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Appliance(
                    "A", null, SITE_1.address(), SITE_1.ip(), other, null, DeclaredFacts.none()))
        .withMessage("ip is 12.12.1.50, not in the subnet 12.12.2.0/24");
  }

  @Test
  void what_is_known_of_an_appliance_adds_up() {
    DeclaredFacts facts =
        DeclaredFacts.builder()
            .backupSettings(said(BackupSettings.builder().backupOperations(true).build()))
            .interApplianceKey(said(new Fingerprint("ab".repeat(32))))
            .certificates(said(List.of()))
            .build();
    Appliance appliance =
        SITE_1.withId(MadeUp.ONE).withPlatform(Platform.B300).withDeclared(facts).withName("A");

    assertThat(appliance)
        .isEqualTo(
            new Appliance(
                "A",
                MadeUp.ONE,
                SITE_1.address(),
                SITE_1.ip(),
                SITE_1.subnet(),
                Platform.B300,
                facts));
  }

  @Test
  void a_list_of_certificates_does_not_change_afterwards() {
    ApplianceCertificate certificate =
        new ApplianceCertificate(
            null,
            "support.example.com",
            "Example CA",
            MadeUp.NOON,
            List.of(),
            true,
            true,
            true,
            false);
    List<ApplianceCertificate> certificates = new ArrayList<>(List.of(certificate));
    DeclaredFacts facts = DeclaredFacts.builder().certificates(said(certificates)).build();

    certificates.clear();

    assertThat(facts.certificates()).isEqualTo(said(List.of(certificate)));
  }

  @Test
  void a_role_in_a_cluster_is_kept() {
    assertThat(aPair().build().atlasRole()).isNull();
    assertThat(aPair().atlasRole(AtlasRole.PRIMARY).build().atlasRole())
        .isEqualTo(AtlasRole.PRIMARY);
  }

  @Test
  void what_is_known_of_a_pair_stays_when_an_appliance_is_replaced() {
    AppliancePair pair =
        aPair()
            .product(Product.REMOTE_SUPPORT)
            .atlasRole(AtlasRole.SINGLE)
            .swingDuty(said(new SwingDuty("the network rota", Duration.ofMinutes(5))))
            .unattendedAutomation(said(false))
            .build();

    AppliancePair replaced =
        pair.withNormalPrimary(SITE_1.withName("new")).withNormalBackup(SITE_2.withName("spare"));

    assertThat(replaced)
        .isEqualTo(
            new AppliancePair(
                "support.example.com",
                SITE_1.withName("new"),
                SITE_2.withName("spare"),
                SharedIp.at("12.12.1.52"),
                Product.REMOTE_SUPPORT,
                AtlasRole.SINGLE,
                said(new SwingDuty("the network rota", Duration.ofMinutes(5))),
                said(false)));
  }

  private static AppliancePair.Builder aPair() {
    return AppliancePair.builder()
        .siteHostName("support.example.com")
        .normalPrimary(SITE_1)
        .normalBackup(SITE_2)
        .cutover(SharedIp.at("12.12.1.52"));
  }

  private static <T> Attested<T> said(T value) {
    return new Attested<>(value, "ada", MadeUp.NOON);
  }
}
