// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of the users. The pair's lock guards it.
 *
 * @source assumed: a session that is broken off leaves neither report nor recording
 */
final class UserSessions {

  private final PairMachine machine;
  private final @Nullable SimulatedUsers users;
  private final Map<Integer, Session> open = new LinkedHashMap<>();
  private int begun;
  private int broken;
  private int turnedAway;

  UserSessions(PairMachine machine) {
    this.machine = machine;
    this.users = machine.settings().users();
  }

  int begun() {
    return begun;
  }

  int broken() {
    return broken;
  }

  int turnedAway() {
    return turnedAway;
  }

  int openOn(ApplianceState appliance) {
    return (int) open.values().stream().filter(it -> it.host() == appliance).count();
  }

  /** Lets the users begin to work. */
  void begin() {
    SimulatedUsers known = users;
    if (known != null) {
      machine.schedule().at(machine.moment().plus(known.newSessionEvery()), at -> next(known));
    }
  }

  /** Breaks off what cannot go on. */
  void review() {
    List<Integer> ending = new ArrayList<>();
    open.forEach(
        (number, session) -> {
          if (!machine.site().carries(session.host())) {
            ending.add(number);
          }
        });
    for (Integer number : ending) {
      Session session = open.remove(number);
      if (session != null) {
        machine.schedule().cancel(session.end());
        broken++;
      }
    }
    if (!ending.isEmpty()) {
      machine.note("users", "are disconnected from " + ending.size() + " sessions");
    }
  }

  private void next(SimulatedUsers known) {
    begin();
    ApplianceState host = machine.site().serving();
    if (host == null) {
      turnedAway++;
      machine.note("users", "cannot begin a session");
      return;
    }
    int number = ++begun;
    Schedule.Due end =
        machine
            .schedule()
            .at(machine.moment().plus(known.sessionLength()), at -> finish(number, host));
    open.put(number, new Session(host, end));
  }

  private void finish(int number, ApplianceState host) {
    open.remove(number);
    machine.create(host, HeldData.REPORTS);
    machine.create(host, HeldData.RECORDINGS);
  }

  private record Session(ApplianceState host, Schedule.Due end) {}
}
