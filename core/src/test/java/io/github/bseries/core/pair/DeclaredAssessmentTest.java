// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static io.github.bseries.core.pair.FailoverRole.BACKUP;
import static io.github.bseries.core.pair.FailoverRole.PRIMARY;
import static io.github.bseries.core.pair.MadeUp.NOON;
import static io.github.bseries.core.pair.MadeUp.ONE;
import static io.github.bseries.core.pair.MadeUp.OTHER;
import static io.github.bseries.core.pair.Night.POLICY;
import static io.github.bseries.core.pair.Night.at;
import static io.github.bseries.core.pair.Night.look;
import static io.github.bseries.core.pair.Night.roles;
import static io.github.bseries.core.pair.Night.seen;
import static io.github.bseries.core.pair.Night.silent;
import static io.github.bseries.core.pair.Night.site;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.AssessmentReason.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an assessment finds by what was declared, and by the moments of the looks. */
class DeclaredAssessmentTest {

  private static final String SHARED = "12.12.1.52";

  @Test
  void a_shared_ip_at_the_primary_alone_is_as_it_should_be() {
    PairAssessment assessment = assess(holding(ONE, PRIMARY, SHARED), holding(OTHER, BACKUP));

    assertThat(assessment.state()).isEqualTo(PairState.NORMAL);
    assertThat(assessment.reasons()).isEmpty();
  }

  @Test
  void a_shared_ip_at_both_collides() {
    PairAssessment assessment =
        assess(holding(ONE, PRIMARY, SHARED), holding(OTHER, BACKUP, "10.1.1.1", SHARED));

    assertThat(assessment.has(Kind.SHARED_IP_TWICE)).isTrue();
    assertThat(assessment.gravity()).isEqualTo(Gravity.CRITICAL);
    assertThat(assessment.summary()).contains("both have the shared IP 12.12.1.52 enabled");
  }

  @Test
  void right_after_a_swap_the_old_health_of_one_is_no_collision() {
    PairSnapshot first = look(holding(0, ONE, PRIMARY, SHARED), holding(0, OTHER, PRIMARY, SHARED));
    PairSnapshot later =
        look(holding(600, ONE, PRIMARY, SHARED), holding(600, OTHER, PRIMARY, SHARED));
    PairHistory known = PairHistory.none().after(pair(), first);

    PairAssessment atFirst = PairAssessment.of(pair(), first, PairHistory.none(), POLICY, NOON);
    PairAssessment atLast = PairAssessment.of(pair(), later, known, POLICY, at(600));

    assertThat(atFirst.has(Kind.PRIMARIES_UNSETTLED)).isTrue();
    assertThat(atFirst.has(Kind.SHARED_IP_TWICE)).isFalse();
    assertThat(atLast.has(Kind.CONFLICT_BOTH_PRIMARY)).isTrue();
    assertThat(atLast.has(Kind.SHARED_IP_TWICE)).isTrue();
  }

  @Test
  void a_shared_ip_that_is_not_at_the_primary_is_missed_by_users() {
    PairAssessment neither = assess(holding(ONE, PRIMARY, "no address"), holding(OTHER, BACKUP));
    PairAssessment atBackup = assess(holding(ONE, PRIMARY), holding(OTHER, BACKUP, SHARED));

    assertThat(neither.has(Kind.SHARED_IP_NOT_AT_PRIMARY)).isTrue();
    assertThat(neither.gravity()).isEqualTo(Gravity.ATTENTION);
    assertThat(neither.summary())
        .contains("is primary and does not have the shared IP 12.12.1.52 enabled");
    assertThat(atBackup.has(Kind.SHARED_IP_NOT_AT_PRIMARY)).isTrue();
    assertThat(atBackup.summary()).contains("enabled, but the other has");
  }

  @Test
  void in_the_moment_of_a_swap_nobody_needs_to_have_it() {
    PairAssessment assessment = assess(holding(ONE, BACKUP), holding(OTHER, BACKUP));

    assertThat(assessment.has(Kind.SHARED_IP_NOT_AT_PRIMARY)).isFalse();
  }

  @Test
  void without_a_shared_ip_nothing_is_asked_of_it() {
    PairSnapshot snapshot = roles(PRIMARY, BACKUP, 0);
    AppliancePair swung = pair().toBuilder().cutover(new NatSwing(null)).build();

    assertThat(PairAssessment.of(swung, snapshot, PairHistory.none(), POLICY, NOON).reasons())
        .isEmpty();
    assertThat(PairAssessment.of(null, snapshot, PairHistory.none(), POLICY, NOON).reasons())
        .isEmpty();
  }

  @Test
  void an_old_look_at_the_site_is_none_of_now() {
    PairSnapshot snapshot =
        new PairSnapshot(
            seen(ONE, PRIMARY, 600), seen(OTHER, BACKUP, 600), site(seen(ONE, PRIMARY, 0)));
    PairAssessment assessment =
        PairAssessment.of(null, snapshot, PairHistory.none(), POLICY, at(600));

    assertThat(assessment.has(Kind.SITE_NOT_LOOKED_AT)).isTrue();
    assertThat(assessment.summary()).contains("site: looked at on 2026-03-01T12:00:00Z, which is");
  }

  @Test
  void a_look_of_two_days_ago_is_none_of_now_however_seldom_somebody_looks() {
    AssessmentPolicy daily = POLICY.withPollInterval(Duration.ofDays(1));
    PairAssessment assessment =
        PairAssessment.of(
            null, roles(PRIMARY, BACKUP, 0), PairHistory.none(), daily, at(2 * 86_400));

    assertThat(assessment.has(Kind.LOOK_NOT_OF_NOW)).isTrue();
    assertThat(assessment.gravity()).isEqualTo(Gravity.UNKNOWN);
  }

  @Test
  void a_version_that_is_not_understood_is_not_known_even_if_both_tell_the_same() {
    ApplianceVersion odd = ApplianceVersion.parse("v24.3.2");
    PairSnapshot snapshot =
        look(
            new Observation.Seen(Night.health(ONE, PRIMARY, null, true, odd), NOON, NOON),
            new Observation.Seen(Night.health(OTHER, BACKUP, null, true, odd), NOON, NOON));

    assertThat(Night.assess(snapshot).reasons())
        .extracting(AssessmentReason::sentence)
        .contains("normal primary: tells a version that is not understood: v24.3.2");
    assertThat(Night.assess(snapshot).has(Kind.VERSIONS_DIFFER)).isFalse();
  }

  @Test
  void an_address_at_which_a_stranger_answers_was_not_seen() {
    ApplianceId stranger = new ApplianceId("9".repeat(32));
    PairHistory known = PairHistory.none().after(pair(), roles(PRIMARY, BACKUP, 0));
    PairHistory met =
        known.after(pair(), look(seen(stranger, PRIMARY, 60), seen(OTHER, BACKUP, 60)));

    assertThat(met.dataSync()).isEqualTo(known.dataSync());
    assertThat(met.primary().lastSeen()).isEqualTo(known.primary().lastSeen());
    assertThat(met.primary().unseenSince()).isEqualTo(at(60));
    assertThat(known.after(pair(), look(silent(60), silent(60))).primary().silentSince())
        .isEqualTo(at(60));
  }

  private static PairAssessment assess(Observation primary, Observation backup) {
    return PairAssessment.of(pair(), look(primary, backup), PairHistory.none(), POLICY, NOON);
  }

  private static Observation holding(ApplianceId id, FailoverRole role, String... ips) {
    return holding(0, id, role, ips);
  }

  private static Observation holding(
      long second, ApplianceId id, FailoverRole role, String... ips) {
    Observation.Seen seen = seen(id, role, second);
    ApplianceHealth it = seen.applianceHealth();
    return new Observation.Seen(
        new ApplianceHealth(
            it.applianceId(),
            it.hostName(),
            it.version(),
            true,
            List.of(),
            role,
            List.of(ips),
            it.lastDataSync()),
        seen.at(),
        seen.applianceClock());
  }

  private static AppliancePair pair() {
    return AppliancePair.builder()
        .siteHostName("support.example.com")
        .normalPrimary(Appliance.at("site1.example.com").withId(ONE))
        .normalBackup(Appliance.at("site2.example.com").withId(OTHER))
        .cutover(SharedIp.at(SHARED))
        .build();
  }
}
