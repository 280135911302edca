// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples;

import io.github.bseries.client.file.PairDeclaration;
import io.github.bseries.client.file.PairFile;
import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.ApplianceVersion;
import io.github.bseries.core.pair.CertificateComparison;
import io.github.bseries.core.pair.CertificateLook;
import io.github.bseries.core.pair.ChainEnd;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.Fingerprint;
import io.github.bseries.core.pair.LastDataSync;
import io.github.bseries.core.pair.Observation;
import io.github.bseries.core.pair.PairHistory;
import io.github.bseries.core.pair.PairSnapshot;
import io.github.bseries.core.pair.ShownCertificate;
import io.github.bseries.core.pair.SideCertificates;
import io.github.bseries.core.pair.SiteObservation;
import io.github.bseries.core.readiness.PairFacts;
import io.github.bseries.core.readiness.ReadinessReport;
import io.github.bseries.core.readiness.RuleBook;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Judges pairs that are declared in files, and prints the reports: a pair with which nothing is
 * wrong, the three examples of the failover guide of which nobody has seen anything yet, and a pair
 * with twelve mistakes.
 *
 * @source S1 "Example Shared IP Configuration", "Example DNS Swing Configuration", "Example NAT
 *     Method Configuration"
 */
public final class JudgePairs {

  /** The moment for which the pairs are judged, so that the reports stay the same. */
  static final Instant MOMENT = Instant.parse("2026-03-01T12:00:00Z");

  private static final String SHARED_IP = "12.12.1.52";

  private JudgePairs() {}

  /**
   * Prints the reports.
   *
   * @param args ignored
   */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    print("A well-kept pair", judge("well-kept", seenWithCertificates()), out);
    for (String example : List.of("shared-ip", "dns-swing", "nat-swing")) {
      print("The guide's example: " + example, judge(example, nothing()), out);
    }
    print("A pair with twelve mistakes", judge("twelve-mistakes", seen()), out);
  }

  private static void print(String title, ReadinessReport report, PrintStream out) {
    out.println("=== " + title + "\n");
    out.println(report.text());
  }

  /** Judges the pair in this file among the resources, together with what was seen of it. */
  static ReadinessReport judge(String file, PairFacts seen) {
    PairDeclaration declaration = PairFile.parse(resource("/pairs/" + file + ".json"));
    PairFacts facts =
        declaration
            .facts(seen.moment())
            .snapshot(seen.snapshot())
            .certificates(seen.certificates())
            .history(seen.history())
            .build();
    return declaration.ruleBook(RuleBook.standard()).judge(facts);
  }

  static PairFacts nothing() {
    return PairFacts.at(MOMENT).build();
  }

  /** What a look at a good pair brings; made up here, where no pair is at hand. */
  static PairFacts seen() {
    ApplianceHealth primary =
        new ApplianceHealth(
            new ApplianceId("1".repeat(32)),
            "site1.example.com",
            ApplianceVersion.parse("24.1.3 (1234-ab)"),
            true,
            List.of(),
            FailoverRole.PRIMARY,
            List.of(SHARED_IP),
            new LastDataSync(MOMENT.minus(Duration.ofHours(2)), null, "success"));
    ApplianceHealth backup =
        new ApplianceHealth(
            new ApplianceId("2".repeat(32)),
            "site2.example.com",
            primary.version(),
            true,
            List.of(),
            FailoverRole.BACKUP,
            List.of(),
            null);
    PairSnapshot snapshot =
        new PairSnapshot(
            look(primary), look(backup), new SiteObservation("support.example.com", look(primary)));
    return PairFacts.at(MOMENT).snapshot(snapshot).history(PairHistory.none()).build();
  }

  /** The same look, with the certificate of the well-kept pair shown by both. */
  static PairFacts seenWithCertificates() {
    ShownCertificate own =
        new ShownCertificate(
            new Fingerprint("cd".repeat(32)),
            new Fingerprint("12".repeat(32)),
            "*.example.com",
            "Example CA",
            MOMENT.minus(Duration.ofDays(165)),
            MOMENT.plus(Duration.ofDays(200)),
            List.of("*.example.com", "example.com"),
            false);
    CertificateLook look = new CertificateLook.Shown(MOMENT, List.of(own), ChainEnd.TRUSTED);
    SideCertificates side = new SideCertificates(look, look);
    return seen().toBuilder()
        .certificates(new CertificateComparison("support.example.com", side, side))
        .build();
  }

  private static Observation look(ApplianceHealth health) {
    Instant at = MOMENT.minusSeconds(2);
    return new Observation.Seen(health, at, at);
  }

  private static String resource(String name) {
    try (InputStream in = JudgePairs.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
