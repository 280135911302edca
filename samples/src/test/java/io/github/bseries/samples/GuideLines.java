// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples;

import io.github.bseries.client.AccessNeed;
import io.github.bseries.client.PairAccess;
import io.github.bseries.client.PairClient;
import io.github.bseries.client.file.PairDeclaration;
import io.github.bseries.client.file.PairFile;
import io.github.bseries.core.pair.CertificateComparison;
import io.github.bseries.core.readiness.PairFacts;
import io.github.bseries.core.readiness.ReadinessReport;
import io.github.bseries.core.readiness.RuleBook;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;

/** Lines of Java that pages below {@code docs/guide} show. */
final class GuideLines {

  private GuideLines() {}

  /** The lines of {@code access.md}. */
  static boolean access(PairClient pair, PrintStream out) {
    PairAccess access = pair.checkAccess(AccessNeed.READ, AccessNeed.CHANGE, AccessNeed.BACKUP);
    out.println(access.summary());
    return access.isFine(); // false: there is a box to tick, or something could not be told
  }

  /** The lines of {@code certificates.md}. */
  static PairFacts certificates(
      PairClient pair, PairDeclaration declaration, Instant now, PrintStream out) {
    CertificateComparison seen = pair.compareCertificates();
    out.println(seen.summary());
    PairFacts facts = declaration.facts(now).snapshot(pair.observe()).certificates(seen).build();
    return facts;
  }

  /** The lines of {@code pair-file.md}. */
  static ReadinessReport pairFile(Path file) {
    PairDeclaration declared = PairFile.read(file);
    PairFacts facts = declared.facts(Instant.now()).build(); // add a snapshot and a history here
    ReadinessReport report = declared.ruleBook(RuleBook.standard()).judge(facts);
    return report;
  }
}
