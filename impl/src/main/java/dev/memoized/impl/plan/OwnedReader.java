package dev.memoized.impl.plan;

import dev.memoized.Memoized;
import dev.memoized.OnError;
import dev.memoized.Refresh;
import dev.memoized.SingleFlight;
import dev.memoized.VersionSource;
import dev.memoized.impl.log.FormMessage;
import dev.memoized.impl.log.Message;

/** Refuses members that mean nothing for values that live with a request or an instance. */
final class OwnedReader {
    private final Declaration declaration;
    private final Owner owner;
    private final Problems problems;

    private OwnedReader(Declaration declaration, Owner owner, Problems problems) {
        this.declaration = declaration;
        this.owner = owner;
        this.problems = problems;
    }

    static void refuse(Declaration declaration, Owner owner, Problems problems) {
        if (owner != Owner.BACKEND) {
            new OwnedReader(declaration, owner, problems).refuse();
        }
    }

    private void refuse() {
        Memoized memoized = declaration.memoized();
        refuse("refreshAfter", !memoized.refreshAfter().isEmpty(), FormMessage.OWNED_NOT_RENEWED);
        refuse("refresh", memoized.refresh() != Refresh.BACKGROUND, FormMessage.OWNED_NOT_RENEWED);
        refuse("waitForRefresh", !memoized.waitForRefresh().isEmpty(), FormMessage.OWNED_NOT_RENEWED);
        refuse("waitAfter", !memoized.waitAfter().isEmpty(), FormMessage.OWNED_NOT_RENEWED);
        refuse("eagerRefresh", memoized.eagerRefresh() != 0, FormMessage.OWNED_NOT_RENEWED);
        refuse("earlyRefresh", memoized.earlyRefresh() != 0, FormMessage.OWNED_NOT_RENEWED);
        refuse("onError", memoized.onError() != OnError.SERVE_STALE, FormMessage.OWNED_NOT_RENEWED);
        refuse("singleFlight", memoized.singleFlight() != SingleFlight.SHARED, FormMessage.OWNED_NOT_SHARED);
        refuse("isolated", memoized.isolated(), FormMessage.OWNED_NOT_ISOLATED);
        refuse("versionedBy", memoized.versionedBy() != VersionSource.None.class, FormMessage.OWNED_NOT_VERSIONED);
        boolean endsWithRequest = owner == Owner.REQUEST;
        refuse("expireAfter", endsWithRequest && !memoized.expireAfter().isEmpty(), FormMessage.REQUEST_NOT_EXPIRED);
    }

    private void refuse(String member, boolean isGiven, Message message) {
        if (isGiven) {
            problems.add(declaration, member, message, owner.backend());
        }
    }
}
