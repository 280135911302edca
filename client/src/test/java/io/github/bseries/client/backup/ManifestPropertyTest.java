// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.client.BackupEncryption;
import io.github.bseries.client.BackupEnd;
import io.github.bseries.client.internal.json.form.Problems;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.ApplianceVersion;
import io.github.bseries.core.pair.FailoverRole;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class ManifestPropertyTest {

  @Provide
  Arbitrary<String> lines() {
    return Arbitraries.strings()
        .ofMinLength(1)
        .ofMaxLength(40)
        .filter(it -> !it.isBlank() && it.chars().noneMatch(Character::isISOControl))
        .filter(it -> StandardCharsets.UTF_8.newEncoder().canEncode(it));
  }

  @Provide
  Arbitrary<Instant> moments() {
    return Arbitraries.longs()
        .between(0, 253_402_300_799L)
        .flatMap(
            s ->
                Arbitraries.integers()
                    .between(0, 999_999_999)
                    .map(n -> Instant.ofEpochSecond(s, n)));
  }

  @Property
  boolean what_is_written_is_read_again(
      @ForAll("lines") String text,
      @ForAll("moments") Instant at,
      @ForAll @LongRange(min = 1, max = Long.MAX_VALUE / 10) long number,
      @ForAll BackupEnd end,
      @ForAll VerificationResult result) {
    BackupManifest manifest = manifest(text, at, number, end, result);
    Problems problems = new Problems();

    String json = new String(ManifestForm.bytes(manifest), StandardCharsets.UTF_8);

    return manifest.equals(ManifestForm.FORM.read(json, problems));
  }

  private static BackupManifest manifest(
      String text, Instant at, long number, BackupEnd end, VerificationResult result) {
    boolean odd = number % 2 == 1;
    return new BackupManifest(
        number,
        odd ? "a.nsb" : "a.nsb.age",
        new ApplianceId("0a".repeat(16)),
        text,
        odd ? text : null,
        odd ? FailoverRole.PRIMARY : FailoverRole.NONE,
        odd ? FailoverRole.BACKUP : null,
        odd ? null : new ApplianceId("0b".repeat(16)),
        odd ? ApplianceVersion.parse(text) : null,
        text,
        at,
        at,
        odd ? null : at,
        number,
        "ab".repeat(32),
        end,
        odd,
        odd ? null : new BackupEncryption(AgeKeys.RECIPIENTS, number, "cd".repeat(32)),
        text,
        odd ? new Protection(text, text, at) : null,
        odd ? null : new Verification(at, result));
  }

  @Property(tries = 200)
  void the_believed_times_rise_and_the_others_cannot_be_added(
      @ForAll @Size(max = 12) List<@IntRange(max = 20) Integer> seconds) {
    List<ArchivedBackup> stored = new ArrayList<>();
    for (int i = 0; i < seconds.size(); i++) {
      Instant at = Instant.ofEpochSecond(seconds.get(i));
      stored.add(
          new ArchivedBackup(
              Path.of("b" + i),
              manifest("x", at, i + 1, BackupEnd.LENGTH, VerificationResult.INTACT),
              null));
    }

    Set<ArchivedBackup> believed = ClockOrder.believed(stored);

    List<Instant> times =
        stored.stream().filter(believed::contains).map(it -> it.manifest().startedAt()).toList();
    assertThat(times).isSorted();
    assertThat(believed).hasSize(longestRise(seconds));
  }

  /** By trying all subsets. */
  private static int longestRise(List<Integer> values) {
    int longest = 0;
    for (int subset = 0; subset < 1 << values.size(); subset++) {
      int last = -1;
      int count = 0;
      for (int i = 0; i < values.size() && count >= 0; i++) {
        if ((subset >> i & 1) == 1) {
          count = values.get(i) >= last ? count + 1 : -1;
          last = values.get(i);
        }
      }
      longest = Math.max(longest, count);
    }
    return longest;
  }
}
