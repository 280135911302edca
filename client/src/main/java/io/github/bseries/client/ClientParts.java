// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import io.github.bseries.client.internal.http.HttpCall;
import io.github.bseries.client.internal.http.HttpCaller;
import io.github.bseries.core.pair.ApplianceAddress;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Puts the calls of one client together, out of its settings and what its account shares. */
final class ClientParts {

  private final ApplianceClientBuilder settings;
  private final ApplianceAddress address;
  private final HttpCaller http;
  private final Answers answers;
  private final AuthorizedCalls authorized;
  private final AccountCalls.@Nullable AtAddress place;
  private final HttpCall.Timeouts ofReads;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final CallEvents events;
  private final Pauses pauses;

  ClientParts(ApplianceClientBuilder settings, ApplianceAddress address) {
    this.settings = settings;
    this.address = address;
    this.http = settings.http(address);
    this.ofReads = HttpCall.Timeouts.ofWhole(settings.callTimeout());
    this.clock = settings.clock();
    this.nanoTime = settings.nanoTime();
    this.events = new CallEvents(address, clock, nanoTime, settings.callListener());
    this.pauses = new Pauses(settings.waiter());
    ApiAccount account = settings.account();
    AuthorizedCalls.Caller caller = null;
    if (account == null) {
      this.answers = new Answers(address, new SecretMask(null));
      this.place = null;
    } else {
      this.answers = new Answers(address, account.mask());
      AccountCalls shared = account.calls(nanoTime);
      AccountCalls.AtAddress here = shared.at(address);
      this.place = here;
      CallGate.Times times = new CallGate.Times(clock, nanoTime, pauses, events);
      CallGate gate = new CallGate(shared, here, answers, settings.whenLimited(), times);
      caller = new AuthorizedCalls.Caller(account, here.tokens(), gate);
    }
    this.authorized =
        new AuthorizedCalls(
            http,
            answers,
            caller,
            settings.callTimeout(),
            settings.repeats(pauses),
            nanoTime,
            events);
  }

  HttpCaller http() {
    return http;
  }

  Pauses pauses() {
    return pauses;
  }

  AccountCalls.@Nullable AtAddress place() {
    return place;
  }

  ProbeCall probe() {
    return new ProbeCall(http, ofReads, clock, events);
  }

  HealthCall health(PairMemory memory) {
    return new HealthCall(means(), memory, clock);
  }

  SiteCalls site() {
    return new SiteCalls(means());
  }

  AccessCall access(ProbeCall probe, HealthCall health, SiteCalls site) {
    AccessCall.Calls calls = new AccessCall.Calls(probe, authorized, health, site);
    return new AccessCall(address, calls, clock, nanoTime);
  }

  private ReadCommand.Means means() {
    return new ReadCommand.Means(authorized, answers, events, ofReads);
  }

  RoleChangeCall roleChange(HealthCall health, PairMemory memory) {
    return new RoleChangeCall(health, authorized, memory, answers, settings.ofChanges(), nanoTime);
  }

  BackupCall backup() {
    return new BackupCall(http, authorized, answers, settings.ofBackups(), nanoTime, events);
  }
}
