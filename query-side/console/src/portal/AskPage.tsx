import { NewTicket } from '../ticket/NewTicketPage';

export const AskPage = () => <NewTicket to="/portal" asAgent={false} />;
