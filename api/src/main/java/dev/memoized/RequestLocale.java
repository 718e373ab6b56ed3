package dev.memoized;

import java.util.Locale;

/**
 * The locale of the request, as a context value: {@code @Memoized(varyBy = RequestLocale.class)}. The library brings the
 * bean.
 *
 * <p>It is the first acceptable language of the Jakarta REST request, else that of the Servlet request, narrowed to the
 * setting {@code memoized.locales} ({@code "en,fr,pt-BR"}); the first one of the setting holds where nothing fits and
 * outside of requests. Without the setting it is that language as it stands, without extensions, and outside of requests
 * {@link Locale#getDefault()}.
 */
public interface RequestLocale extends ContextValue<Locale> {

    /** {@inheritDoc} Never null: there always is a default. */
    @Override
    Locale capture();
}
