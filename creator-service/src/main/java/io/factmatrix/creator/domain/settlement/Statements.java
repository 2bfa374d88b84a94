package io.factmatrix.creator.domain.settlement;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.resource.Resources;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settlement statements of merchants. What a payee has is asked for while its creator is held: nobody else opens or closes one. */
public interface Statements extends Resources<StatementId, Statement> {

    /** At most so many, the newest first, made before that one; null for all. */
    List<Statement> list(MerchantId merchant, StatementFilter filter, @Nullable StatementId before, int limit);

    /** All of an payee, in the order of their months. */
    List<Statement> of(MerchantId merchant, Payee payee);

    /** What closed statements of the payee said of each thing, all together. */
    Map<EntryKey, Long> stated(MerchantId merchant, Payee payee);

    /** Keeps the entries of a statement that is being closed, for good. */
    void keep(MerchantId merchant, Statement statement, Collection<Entry> entries);

    /** The entries of a closed statement: at most so many, in the order of their keys, behind that one; null for all. */
    List<Entry> entries(MerchantId merchant, Statement statement, @Nullable EntryKey after, int limit);
}
