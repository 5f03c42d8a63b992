package io.dronedelivery.accounting.domain;

import io.dronedelivery.accounting.domain.ledger.LedgerAccount;

class InMemoryBooksTest extends BooksContract {
    private final InMemoryBooks books = new InMemoryBooks();

    @Override
    protected Books books() {
        return books;
    }

    @Override
    protected long sum(String accountId, LedgerAccount ledgerAccount) {
        return books.ledger().stream()
                .filter(transaction -> transaction.accountId().equals(accountId))
                .mapToLong(transaction -> transaction.gainOf(ledgerAccount))
                .sum();
    }
}
