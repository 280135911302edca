// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Each test has a scripted pair, virtual time, and the events of the schedules that it starts. */
abstract class WithScriptedPair {

  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final Instant START = Instant.parse("2027-01-01T12:00:00Z");

  final VirtualExecutor time = new VirtualExecutor(START);
  final ScriptedPair pair = new ScriptedPair(time);
  final List<ScheduleEvent> events = new ArrayList<>();

  BackupSchedule start(BackupTimes times) {
    return BackupSchedule.builder(times, time).clock(time).listener(events::add).start(pair);
  }

  static BackupTimes nightly(ZoneId zone) {
    return BackupTimes.daily(LocalTime.of(2, 30), zone);
  }

  List<String> reasons() {
    return events.stream()
        .flatMap(
            event ->
                event
                    .<List<String>>fold(s -> List.of(), it -> List.of(it.reason()), e -> List.of())
                    .stream())
        .toList();
  }
}
