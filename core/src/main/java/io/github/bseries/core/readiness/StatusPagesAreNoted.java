// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.backup.StatusPage;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * They tell of which appliance a note is, and the vendor asks for them before it builds the
 * software of a new one.
 */
final class StatusPagesAreNoted implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "kit.status-pages-are-noted",
          Severity.NOTICE,
          "Serial number, base software version and version of each side are written down",
          "Take a picture of the Status page of /appliance of that side.",
          "S2 \"Backup Procedures\", S2 \"Recover /login\"");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return EachSide.judge(
        side ->
            facts
                .declaredKit()
                .flatMap(
                    kit ->
                        facts.current(
                            "Status page of the " + side.title(), kit.side(side).statusPage()))
                .judge(
                    page ->
                        Verdict.of(
                            page.isComplete(),
                            "Status page of the " + side.title() + ": written down",
                            "Status page of the "
                                + side.title()
                                + ": not written down: "
                                + missing(page))));
  }

  private static String missing(StatusPage page) {
    return Stream.of(
            name(page.serialNumber(), "serial number"),
            name(page.baseSoftware(), "base software version"),
            name(page.version(), "version"))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  private static Optional<String> name(@Nullable Object value, String name) {
    return value == null ? Optional.of(name) : Optional.empty();
  }
}
