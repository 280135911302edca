// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import io.github.bseries.client.backup.BackupFinding;
import io.github.bseries.client.backup.PairBackup;
import io.github.bseries.client.backup.SideBackup;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What came of the backups of both sides, as it is printed. */
final class RunText {

  private RunText() {}

  /** Returns a line for each side, with what to do about one that gave none, and the findings. */
  static String of(PairBackup backup, List<BackupFinding> findings) {
    // A side without a backup stands in its line already, in the same words.
    List<String> lines = backup.sides().stream().map(SideBackup::summary).toList();
    return Stream.concat(
            backup.sides().stream().flatMap(RunText::lines),
            findings.stream()
                .map(BackupFinding::text)
                .filter(finding -> !lines.contains(finding))
                .map(finding -> "  " + finding))
        .collect(Collectors.joining("\n"));
  }

  private static Stream<String> lines(SideBackup side) {
    return Stream.concat(
        Stream.of(side.summary()),
        missed(side).flatMap(it -> Stream.ofNullable(it.remedy())).map(remedy -> "  " + remedy));
  }

  /** Returns the sides that gave none, why, and what to do. */
  static JsonArrayBuilder missed(PairBackup backup) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    backup.sides().stream().flatMap(RunText::missed).map(RunText::json).forEach(array::add);
    return array;
  }

  private static JsonObjectBuilder json(SideBackup.Missed missed) {
    JsonObjectBuilder object =
        Json.createObjectBuilder()
            .add("side", missed.side().title())
            .add("reason", String.valueOf(missed.cause().getMessage()));
    String remedy = missed.remedy();
    return remedy == null ? object : object.add("remedy", remedy);
  }

  private static Stream<SideBackup.Missed> missed(SideBackup side) {
    return side.fold(stored -> Stream.empty(), Stream::of);
  }
}
